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

Call<ConnectSession> sendForConnect(ApiClient &client, QLatin1StringView path, QByteArray body)
{
    return decodedAnswer<ConnectSession>(client.send(writeTo(path, Method::Post, std::move(body))), Method::Post,
                                         decodeConnectSession);
}

} // namespace

Call<ConnectSession> ConnectSessionsApi::create(const CreateConnectSessionRequest &request) const
{
    return sendForConnect(m_client, v5::connectSessionCreate, writeConnectSession(request));
}

Call<ConnectSession> ConnectSessionsApi::reconnect(const ReconnectConnectSessionRequest &request) const
{
    return sendForConnect(m_client, v5::connectSessionReconnect, writeConnectSession(request));
}

Call<ConnectSession> ConnectSessionsApi::refresh(const RefreshConnectSessionRequest &request) const
{
    return sendForConnect(m_client, v5::connectSessionRefresh, writeConnectSession(request));
}

} // namespace saltdesk::api
