// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConnectionDecoder.h"
#include "resources/ConnectionListing.h"
#include "transport/Call.h"
#include "types/ConnectionRequests.h"
#include "types/Ids.h"

#include <memory>

namespace saltdesk::api {

class ApiClient;

/// The eight operations on connections (reference 2). Describes calls and decodes answers; holds no state, borrows the
/// client.
class ConnectionsApi
{
public:
    explicit ConnectionsApi(ApiClient &client)
        : m_client(client)
    {}

    /// All connections of one customer; there is no route over all customers.
    [[nodiscard]] std::unique_ptr<ConnectionListing> list(const CustomerId &customer, int perPage = 1000) const;
    [[nodiscard]] Call<ConnectionDocument> show(const ConnectionId &id) const;
    [[nodiscard]] Call<ConnectionDocument> create(const CreateConnectionRequest &request) const;
    [[nodiscard]] Call<ConnectionDocument> update(const ConnectionId &id, const UpdateConnectionRequest &request) const;
    [[nodiscard]] Call<ConnectionDocument> reconnect(const ConnectionId &id,
                                                     const ReconnectConnectionRequest &request) const;
    [[nodiscard]] Call<ConnectionDocument> interactive(const ConnectionId &id, const InteractiveRequest &request) const;
    [[nodiscard]] Call<ConnectionDocument> refresh(const ConnectionId &id,
                                                   const RefreshConnectionRequest &request = {}) const;
    [[nodiscard]] Call<RemovedConnection> remove(const ConnectionId &id) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
