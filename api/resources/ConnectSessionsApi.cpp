// SPDX-License-Identifier: Apache-2.0
#include "resources/ConnectSessionsApi.h"

#include "codec/RoutesV5.h"
#include "codec/SessionWriter.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

Call<ConnectSession> sendForConnect(ApiClient &client, QLatin1StringView path, QByteArray body, RequestSubject subject)
{
    return decodedAnswer<ConnectSession>(
        client.send(concerning(writeTo(path, Method::Post, std::move(body)), std::move(subject))), Method::Post,
        decodeConnectSession);
}

} // namespace

Call<ConnectSession> ConnectSessionsApi::create(const CreateConnectSessionRequest &request) const
{
    return sendForConnect(m_client, v5::connectSessionCreate, writeConnectSession(request),
                          {.customer = request.customerId.toString()});
}

Call<ConnectSession> ConnectSessionsApi::reconnect(const ReconnectConnectSessionRequest &request) const
{
    return sendForConnect(m_client, v5::connectSessionReconnect, writeConnectSession(request),
                          {.connection = request.connectionId.toString()});
}

Call<ConnectSession> ConnectSessionsApi::refresh(const RefreshConnectSessionRequest &request) const
{
    return sendForConnect(m_client, v5::connectSessionRefresh, writeConnectSession(request),
                          {.connection = request.connectionId.toString()});
}

} // namespace saltdesk::api
