// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/CustomerDecoder.h"
#include "transport/Call.h"
#include "types/Ids.h"

#include <QString>

#include <optional>

namespace saltdesk::api {

class ApiClient;

/// Reading customers (reference 4.3). Holds no state, borrows the client.
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

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
