// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/AccountDecoder.h"
#include "transport/Call.h"
#include "types/RecordOwner.h"

#include <QString>

namespace saltdesk::api {

class ApiClient;

/// The accounts behind a connection or a customer (reference 4.7). Holds no state, borrows the client.
class AccountsApi
{
public:
    explicit AccountsApi(ApiClient &client)
        : m_client(client)
    {}

    /// One page, from the beginning or from a `next_id`.
    [[nodiscard]] Call<AccountPage> list(const RecordOwner &owner, const QString &nextId = {},
                                         int perPage = 1000) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
