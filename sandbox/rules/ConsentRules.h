// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "http/Refusal.h"
#include "state/Consent.h"

namespace saltdesk::sandbox {

/// Makes a consent of a request's `consent` (reference 2.6), or refuses with the class of the field that is wrong.
/// The ids are left to the caller.
[[nodiscard]] Outcome<Consent> readConsent(const QJsonObject &json, const Bank &bank, Instant now);

} // namespace saltdesk::sandbox
