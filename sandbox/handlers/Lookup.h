// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Call.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// The customer, or `CustomerNotFound`.
[[nodiscard]] Outcome<Customer *> findCustomer(State &state, const QString &id);
/// The customer, or `CustomerNotFound` or `CustomerLocked`.
[[nodiscard]] Outcome<Customer *> findUnlockedCustomer(State &state, const QString &id);
/// The connection of a customer who is not locked, or `ConnectionNotFound` or `CustomerLocked`.
[[nodiscard]] Outcome<Connection *> findConnection(State &state, const QString &id);
/// The same, for the `connection_id` of the query, which must be there.
[[nodiscard]] Outcome<Connection *> findQueriedConnection(State &state, const Call &call);

} // namespace saltdesk::sandbox
