// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/AttemptDecoder.h"
#include "transport/Call.h"
#include "types/Ids.h"

#include <QString>

namespace saltdesk::api {

class ApiClient;

/// Attempts with all their stages (reference 4.4): the history of a connection. Holds no state, borrows the client.
class AttemptsApi
{
public:
    explicit AttemptsApi(ApiClient &client)
        : m_client(client)
    {}

    /// One page, oldest first, from the beginning or from a `next_id`.
    [[nodiscard]] Call<AttemptPage> list(const ConnectionId &connection, const QString &nextId = {},
                                         int perPage = 1000) const;
    [[nodiscard]] Call<Attempt> show(const AttemptId &id, const ConnectionId &connection) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
