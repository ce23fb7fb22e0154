// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/CustomerDecoder.h"
#include "transport/ApiRequest.h"
#include "transport/Call.h"
#include "types/Ids.h"

#include <QString>

#include <optional>

namespace saltdesk::api {

class ApiClient;

/// Customers (reference 4.3). Holds no state, borrows the client.
class CustomersApi
{
public:
    explicit CustomersApi(ApiClient &client)
        : m_client(client)
    {}

    /// One page, from the beginning or from a `next_id`.
    [[nodiscard]] Call<CustomerPage> list(const QString &nextId = {}, int perPage = 1000) const;
    [[nodiscard]] Call<Customer> show(const CustomerId &id) const;
    /// The customer whose identifier is exactly this one; a server that ignores the filter does not fool it.
    [[nodiscard]] Call<std::optional<Customer>> findByIdentifier(const QString &identifier) const;

    /// DuplicatedCustomer when the identifier is taken.
    [[nodiscard]] Call<Customer> create(const QString &identifier) const;
    /// Takes all connections of the customer along (unconfirmed); service keys only.
    [[nodiscard]] Call<CustomerChange> remove(const CustomerId &id) const;
    /// While locked, the customer's other routes answer CustomerLocked.
    [[nodiscard]] Call<CustomerChange> lock(const CustomerId &id) const;
    [[nodiscard]] Call<CustomerChange> unlock(const CustomerId &id) const;

private:
    [[nodiscard]] Call<CustomerChange> change(const CustomerId &id, Method method, QLatin1StringView path) const;

    ApiClient &m_client;
};

} // namespace saltdesk::api
