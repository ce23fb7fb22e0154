// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "http/Refusal.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// What a client status allows (reference 1.4): `ClientDisabled` for everything, `ClientRestricted` for what is not a
/// GET.
[[nodiscard]] Outcome<void> checkMayAsk(ClientStatus status, const QByteArray &method);

/// Whether the client may use this bank: `ClientPending` for real ones, `ProviderKeyFound` (the API's own spelling) for
/// banks with client keys when none is registered.
[[nodiscard]] Outcome<void> checkMayUse(const ClientAccount &client, const Bank &bank);

/// Whether one more connection is within the quota: `ConnectionLimitReached`.
[[nodiscard]] Outcome<void> checkQuota(State &state);

/// Fake banks are hidden from live clients that do not ask for them.
[[nodiscard]] bool isHidden(const Bank &bank, const ClientAccount &client, const QJsonObject &data);

} // namespace saltdesk::sandbox
