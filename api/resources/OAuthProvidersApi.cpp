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

Call<OAuthSession> sendForBrowser(ApiClient &client, QLatin1StringView path, QByteArray body)
{
    return decodedAnswer<OAuthSession>(client.send(writeTo(path, Method::Post, std::move(body))), Method::Post,
                                       decodeOAuthSession);
}

} // namespace

Call<OAuthSession> OAuthProvidersApi::create(const CreateOAuthRequest &request) const
{
    return sendForBrowser(m_client, v5::oauthCreate, writeOAuth(request));
}

Call<OAuthSession> OAuthProvidersApi::reconnect(const ReconnectOAuthRequest &request) const
{
    return sendForBrowser(m_client, v5::oauthReconnect, writeOAuth(request));
}

Call<ConnectionDocument> OAuthProvidersApi::authorize(const AuthorizeOAuthRequest &request) const
{
    return decodedAnswer<ConnectionDocument>(
        m_client.send(writeTo(v5::oauthAuthorize, Method::Put, writeOAuth(request))), Method::Put, decodeConnection);
}

} // namespace saltdesk::api
