// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/Keychain.h"
#include "secrets/KeychainAct.h"
#include "secrets/SecretService.h"

#include <optional>

namespace saltdesk::models {

/// How QtKeychain ended, without its own enumeration, which only SystemKeychain needs to know.
enum class KeychainEnd : unsigned char { Done, NotFound, Denied, DeniedByUser, NoBackend, Other };

/// What an act came to, from what QtKeychain said and what the Secret Service shows. Nothing: it succeeded. Pure.
[[nodiscard]] std::optional<KeychainProblem> keychainVerdict(KeychainAct act, KeychainEnd end,
                                                             const SecretServiceView &view);

} // namespace saltdesk::models
