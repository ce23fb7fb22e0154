// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectSessionRequests.h"
#include "types/OAuthRequests.h"

#include <QByteArray>

namespace saltdesk::api {

/// The request bodies of the connect session and OAuth routes of API v5 (reference 4.8, 4.9): `{"data":{…}}`. Unset
/// members are left out.
[[nodiscard]] QByteArray writeConnectSession(const CreateConnectSessionRequest &request);
[[nodiscard]] QByteArray writeConnectSession(const ReconnectConnectSessionRequest &request);
[[nodiscard]] QByteArray writeConnectSession(const RefreshConnectSessionRequest &request);
[[nodiscard]] QByteArray writeOAuth(const CreateOAuthRequest &request);
[[nodiscard]] QByteArray writeOAuth(const ReconnectOAuthRequest &request);
[[nodiscard]] QByteArray writeOAuth(const AuthorizeOAuthRequest &request);

} // namespace saltdesk::api
