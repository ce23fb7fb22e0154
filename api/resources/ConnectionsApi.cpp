// SPDX-License-Identifier: Apache-2.0
#include "resources/ConnectionsApi.h"

#include "codec/ConnectionWriter.h"
#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A request about one connection, or about none yet when there is no id.
ApiRequest request(Method method, QLatin1StringView path, const ConnectionId &id, QByteArray body = {})
{
    ApiRequest request;
    request.method = method;
    request.pathTemplate = path;
    if (!id.isEmpty()) {
        request.pathArguments.append(id.toString());
    }
    request.body = std::move(body);
    return request;
}

Call<ConnectionDocument> sendForConnection(ApiClient &client, ApiRequest request)
{
    const Method method = request.method;
    return decodedAnswer<ConnectionDocument>(client.send(std::move(request)), method, decodeConnection);
}

} // namespace

std::unique_ptr<ConnectionListing> ConnectionsApi::list(const CustomerId &customer, int perPage) const
{
    return std::make_unique<ConnectionListing>(
        m_client, listRequest(v5::connections, {{u"customer_id"_s, customer.toString()}}, perPage));
}

Call<ConnectionDocument> ConnectionsApi::show(const ConnectionId &id) const
{
    return sendForConnection(m_client, request(Method::Get, v5::connection, id));
}

Call<ConnectionDocument> ConnectionsApi::create(const CreateConnectionRequest &body) const
{
    return sendForConnection(m_client, request(Method::Post, v5::connections, {}, writeCreate(body)));
}

Call<ConnectionDocument> ConnectionsApi::update(const ConnectionId &id, const UpdateConnectionRequest &body) const
{
    return sendForConnection(m_client, request(Method::Put, v5::connection, id, writeUpdate(body)));
}

Call<ConnectionDocument> ConnectionsApi::reconnect(const ConnectionId &id, const ReconnectConnectionRequest &body) const
{
    return sendForConnection(m_client, request(Method::Put, v5::connectionReconnect, id, writeReconnect(body)));
}

Call<ConnectionDocument> ConnectionsApi::interactive(const ConnectionId &id, const InteractiveRequest &body) const
{
    return sendForConnection(m_client, request(Method::Put, v5::connectionInteractive, id, writeInteractive(body)));
}

Call<ConnectionDocument> ConnectionsApi::refresh(const ConnectionId &id, const RefreshConnectionRequest &body) const
{
    return sendForConnection(m_client, request(Method::Put, v5::connectionRefresh, id, writeRefresh(body)));
}

Call<RemovedConnection> ConnectionsApi::remove(const ConnectionId &id) const
{
    return decodedAnswer<RemovedConnection>(m_client.send(request(Method::Delete, v5::connection, id)), Method::Delete,
                                            decodeRemovedConnection);
}

} // namespace saltdesk::api
