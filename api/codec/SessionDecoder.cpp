// SPDX-License-Identifier: Apache-2.0
#include "codec/SessionDecoder.h"

#include "codec/Envelope.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Result<ConnectSession> decodeConnectSession(const QByteArray &body)
{
    return decodeObject(body, [](const ObjectReader &reader) -> Result<ConnectSession> {
        ConnectSession session;
        session.connectUrl = reader.secret("connect_url").value();
        session.expiresAt = reader.dateTime("expires_at");
        if (session.connectUrl.isEmpty()) {
            return tl::unexpected(missingMember("connect_url"_L1));
        }
        return session;
    });
}

Result<OAuthSession> decodeOAuthSession(const QByteArray &body)
{
    return decodeObject(body, [](const ObjectReader &reader) -> Result<OAuthSession> {
        OAuthSession session;
        session.connectionId = reader.id<ConnectionId>("connection_id");
        session.connectionSecret = reader.secret("connection_secret");
        session.attemptId = reader.id<AttemptId>("attempt_id");
        session.token = reader.secret("token");
        session.expiresAt = reader.dateTime("expires_at");
        session.redirectUrl = reader.secret("redirect_url").value();
        if (session.redirectUrl.isEmpty()) {
            return tl::unexpected(missingMember("redirect_url"_L1));
        }
        return session;
    });
}

} // namespace saltdesk::api
