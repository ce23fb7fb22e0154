// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Call.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// Whose objects a query asks for; one of the two is empty.
struct Owner
{
    QString connectionId = {};
    QString customerId = {};
};

/// Reads `connection_id` and `customer_id` of the query: one of them is needed, and the connection wins
/// (reference 4.5). Refuses when the owner does not exist or is locked.
[[nodiscard]] Outcome<Owner> findOwner(State &state, const Call &call);

} // namespace saltdesk::sandbox
