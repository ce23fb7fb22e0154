// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConsentDecoder.h"
#include "transport/Call.h"
#include "types/Ids.h"

#include <QString>

namespace saltdesk::api {

class ApiClient;

/// Reading consents (reference 4.5): the table's "consent ends" comes from here, a connection does not carry it.
class ConsentsApi
{
public:
    explicit ConsentsApi(ApiClient &client)
        : m_client(client)
    {}

    /// One page of all consents of a customer, from the beginning or from a `next_id`.
    [[nodiscard]] Call<ConsentPage> list(const CustomerId &customer, const QString &nextId = {},
                                         int perPage = 1000) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
