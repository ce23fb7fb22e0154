// SPDX-License-Identifier: Apache-2.0
#include "codec/CustomerDecoder.h"

#include "codec/Envelope.h"

namespace saltdesk::api {
namespace {

Customer readCustomer(const ObjectReader &reader)
{
    Customer customer;
    customer.id = reader.id<CustomerId>("id").value();
    customer.identifier = reader.text("identifier");
    customer.secret = reader.secret("secret");
    customer.blockedAt = reader.dateTime("blocked_at");
    customer.createdAt = reader.dateTime("created_at");
    customer.updatedAt = reader.dateTime("updated_at");
    return customer;
}

} // namespace

Result<Customer> decodeCustomer(const QByteArray &body)
{
    return decodeRecord<Customer>(body, readCustomer);
}

Result<CustomerPage> decodeCustomerPage(const QByteArray &body)
{
    return decodeList<Customer>(body, readCustomer);
}

Result<CustomerChange> decodeCustomerChange(const QByteArray &body)
{
    return decodeRecord<CustomerChange>(body, [](const ObjectReader &reader) {
        CustomerChange change;
        change.id = reader.id<CustomerId>("id").value();
        // Recorded clients were answered `deleted`, older notes say `removed` (reference 14).
        change.removed = reader.flag("deleted").value() || reader.flag("removed").value();
        change.locked = reader.flag("locked").value();
        change.unlocked = reader.flag("unlocked").value();
        return change;
    });
}

} // namespace saltdesk::api
