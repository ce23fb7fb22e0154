// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/SessionDecoder.h"
#include "transport/Call.h"
#include "types/ConnectSessionRequests.h"

namespace saltdesk::api {

class ApiClient;

/// Addresses of the hosted Connect widget, where the customer types his own credentials (reference 4.9). Writes: each
/// is sent once.
class ConnectSessionsApi
{
public:
    explicit ConnectSessionsApi(ApiClient &client)
        : m_client(client)
    {}

    [[nodiscard]] Call<ConnectSession> create(const CreateConnectSessionRequest &request) const;
    [[nodiscard]] Call<ConnectSession> reconnect(const ReconnectConnectSessionRequest &request) const;
    [[nodiscard]] Call<ConnectSession> refresh(const RefreshConnectSessionRequest &request) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
