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

ApiRequest aboutConnection(const ConnectionId &id, Method method, QLatin1StringView path, QByteArray body = {})
{
    return concerning(requestAbout(id.toString(), method, path, std::move(body)), {.connection = id.toString()});
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
    return sendForConnection(m_client, aboutConnection(id, Method::Get, v5::connection));
}

Call<ConnectionDocument> ConnectionsApi::create(const CreateConnectionRequest &request) const
{
    return sendForConnection(m_client, concerning(writeTo(v5::connections, Method::Post, writeCreate(request)),
                                                  {.customer = request.customerId.toString()}));
}

Call<ConnectionDocument> ConnectionsApi::update(const ConnectionId &id, const UpdateConnectionRequest &request) const
{
    return sendForConnection(m_client, aboutConnection(id, Method::Put, v5::connection, writeUpdate(request)));
}

Call<ConnectionDocument> ConnectionsApi::reconnect(const ConnectionId &id,
                                                   const ReconnectConnectionRequest &request) const
{
    return sendForConnection(m_client,
                             aboutConnection(id, Method::Put, v5::connectionReconnect, writeReconnect(request)));
}

Call<ConnectionDocument> ConnectionsApi::interactive(const ConnectionId &id, const InteractiveRequest &request) const
{
    return sendForConnection(m_client,
                             aboutConnection(id, Method::Put, v5::connectionInteractive, writeInteractive(request)));
}

Call<ConnectionDocument> ConnectionsApi::refresh(const ConnectionId &id, const RefreshConnectionRequest &request) const
{
    return sendForConnection(m_client, aboutConnection(id, Method::Put, v5::connectionRefresh, writeRefresh(request)));
}

Call<RemovedConnection> ConnectionsApi::remove(const ConnectionId &id) const
{
    return decodedAnswer<RemovedConnection>(m_client.send(aboutConnection(id, Method::Delete, v5::connection)),
                                            Method::Delete, decodeRemovedConnection);
}

} // namespace saltdesk::api
