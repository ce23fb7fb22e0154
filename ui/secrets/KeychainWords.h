// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/Keychain.h"
#include "secrets/KeychainAct.h"
#include "states/Message.h"

namespace saltdesk::ui {

/// Why a profile's secrets could not be read, kept or removed: what happened, why, and what to do, which differs for a
/// keychain that holds nothing, is locked, is not there, or said no. The keychain's own words are the small print.
/// Pure. The button that does something about it is for the caller to name.
[[nodiscard]] Message keychainMessage(models::KeychainAct act, const models::KeychainError &error);

/// While it is asked, which takes as long as somebody types its password.
[[nodiscard]] Message keychainWaitMessage();

} // namespace saltdesk::ui
