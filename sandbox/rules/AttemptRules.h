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

/// `return_to` is mandatory at an interactive bank of mode `api`, which may send the user to a page of its own
/// (reference 2.7). The class of a missing one is unconfirmed.
[[nodiscard]] Outcome<void> checkReturnTo(const Attempt &attempt, const Bank &bank);

} // namespace saltdesk::sandbox
