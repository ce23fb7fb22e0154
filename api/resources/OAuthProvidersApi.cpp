// SPDX-License-Identifier: Apache-2.0
#include "resources/OAuthProvidersApi.h"

#include "codec/RoutesV5.h"
#include "codec/SessionWriter.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

Call<OAuthSession> sendForBrowser(ApiClient &client, QLatin1StringView path, QByteArray body, RequestSubject subject)
{
    return decodedAnswer<OAuthSession>(
        client.send(concerning(writeTo(path, Method::Post, std::move(body)), std::move(subject))), Method::Post,
        decodeOAuthSession);
}

} // namespace

Call<OAuthSession> OAuthProvidersApi::create(const CreateOAuthRequest &request) const
{
    return sendForBrowser(m_client, v5::oauthCreate, writeOAuth(request), {.customer = request.customerId.toString()});
}

Call<OAuthSession> OAuthProvidersApi::reconnect(const ReconnectOAuthRequest &request) const
{
    return sendForBrowser(m_client, v5::oauthReconnect, writeOAuth(request),
                          {.connection = request.connectionId.toString()});
}

Call<ConnectionDocument> OAuthProvidersApi::authorize(const AuthorizeOAuthRequest &request) const
{
    return decodedAnswer<ConnectionDocument>(
        m_client.send(concerning(writeTo(v5::oauthAuthorize, Method::Put, writeOAuth(request)),
                                 {.connection = request.connectionId.toString()})),
        Method::Put, decodeConnection);
}

} // namespace saltdesk::api
