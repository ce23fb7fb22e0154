// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "http/Refusal.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// What a connection's state allows (reference 7.3). Every function names the class that it refuses with.

/// `ConnectionDisabled`.
[[nodiscard]] Outcome<void> checkNotDisabled(const Connection &connection);
/// `ConnectionAlreadyProcessing`.
[[nodiscard]] Outcome<void> checkNotProcessing(const Connection &connection);
/// The consent that holds: `AispConsentExpired`, `AispConsentRevoked`.
[[nodiscard]] Outcome<Consent> activeConsent(State &state, const Connection &connection);
/// `ConnectionCannotBeRefreshed` with `next_refresh_possible_at` beside it, `BackgroundFetchLimitExceeded`.
[[nodiscard]] Outcome<void> checkMayRefresh(const Connection &connection, const Bank &bank, bool userPresent,
                                            Instant now);
/// `ConnectionDuplicated`, when another connection of the customer at this bank has the same credentials. `exceptId` is
/// the connection itself.
[[nodiscard]] Outcome<void> checkNotDuplicated(const State &state, const QString &customerId, const QString &exceptId,
                                               const Bank &bank, const QJsonObject &credentials);
/// `CredentialsNotMatch`, when they are those of another login.
[[nodiscard]] Outcome<void> checkSameLogin(const Connection &connection, const Bank &bank,
                                           const QJsonObject &credentials);

} // namespace saltdesk::sandbox
