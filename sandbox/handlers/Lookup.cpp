// SPDX-License-Identifier: Apache-2.0
#include "handlers/Lookup.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

Outcome<Customer *> findCustomer(State &state, const QString &id)
{
    if (Customer *customer = state.customer(id)) {
        return customer;
    }
    return refuse(u"CustomerNotFound"_s, u"Customer with id: '%1' was not found."_s.arg(id));
}

Outcome<Customer *> findUnlockedCustomer(State &state, const QString &id)
{
    return findCustomer(state, id).and_then([](Customer *customer) -> Outcome<Customer *> {
        if (customer->blockedAt) {
            return refuse(u"CustomerLocked"_s, u"Customer with id: '%1' is locked."_s.arg(customer->id));
        }
        return customer;
    });
}

Outcome<Connection *> findConnection(State &state, const QString &id)
{
    Connection *connection = state.connection(id);
    if (connection == nullptr) {
        return refuse(u"ConnectionNotFound"_s, u"Connection with id: '%1' was not found."_s.arg(id));
    }
    return findUnlockedCustomer(state, connection->customerId).map([connection](Customer *) { return connection; });
}

Outcome<Connection *> findQueriedConnection(State &state, const Call &call)
{
    const QString id = call.query.value(u"connection_id"_s);
    if (id.isEmpty()) {
        return refuse(u"WrongRequestFormat"_s, u"connection_id parameter must be filled"_s);
    }
    return findConnection(state, id);
}

} // namespace saltdesk::sandbox
