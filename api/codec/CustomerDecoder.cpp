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
    return decodeObject(body, [](const ObjectReader &reader) -> Result<Customer> {
        Customer customer = readCustomer(reader);
        if (customer.id.isEmpty()) {
            return tl::unexpected(missingId());
        }
        return customer;
    });
}

Result<CustomerPage> decodeCustomerPage(const QByteArray &body)
{
    return decodeList<Customer>(body, readCustomer).map([](DecodedList<Customer> &&list) {
        return CustomerPage{std::move(list.records), std::move(list.warnings), std::move(list.nextId)};
    });
}

} // namespace saltdesk::api
