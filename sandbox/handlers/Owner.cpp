// SPDX-License-Identifier: Apache-2.0
#include "handlers/Owner.h"

#include "handlers/Lookup.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

Outcome<Owner> findOwner(State &state, const Call &call)
{
    const QString connectionId = call.query.value(u"connection_id"_s);
    if (!connectionId.isEmpty()) {
        return findConnection(state, connectionId).map([](const Connection *connection) {
            return Owner{.connectionId = connection->id};
        });
    }
    const QString customerId = call.query.value(u"customer_id"_s);
    if (!customerId.isEmpty()) {
        return findUnlockedCustomer(state, customerId).map([](const Customer *customer) {
            return Owner{.customerId = customer->id};
        });
    }
    return refuse(u"WrongRequestFormat"_s, u"connection_id or customer_id parameter must be filled"_s);
}

} // namespace saltdesk::sandbox
