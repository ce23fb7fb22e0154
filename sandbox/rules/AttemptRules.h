// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "http/Refusal.h"
#include "state/Connection.h"
#include "state/Consent.h"

namespace saltdesk::sandbox {

/// Makes an attempt of a request's `attempt` (reference 2.7) under the consent that will hold for it, or refuses with
/// the class of the field that is wrong. Script, stages and id are left to the engine. `accountIds` are the accounts
/// that `exclude_accounts` may name.
[[nodiscard]] Outcome<Attempt> readAttempt(const QJsonObject &json, const Consent &consent, const Bank &bank,
                                           const QStringList &accountIds, Instant now);

} // namespace saltdesk::sandbox
