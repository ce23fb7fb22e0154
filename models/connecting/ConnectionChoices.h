// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/AttemptRequest.h"
#include "types/ConnectSessionRequests.h"
#include "types/ConnectionRequests.h"
#include "types/ConsentRequest.h"
#include "types/Ids.h"
#include "types/OAuthRequests.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace saltdesk::models {

/// What was chosen for one connection, apart from credentials. The same choices become a create, a reconnect, a
/// redirect to the bank's page or a connect link, so changing the way in loses nothing. Values only, no secret.
struct ConnectionChoices
{
    api::CustomerId customer;
    /// Set: this connection is connected anew; unset: a new one is created.
    std::optional<api::ConnectionId> reconnects;
    QString countryCode;
    QString providerCode;
    api::ConsentRequest consent;
    api::AttemptRequest attempt;
    api::FetchOptions options;
    /// Only for banks of mode `file`.
    std::optional<QUrl> fileUrl;
    /// Reconnect only: the login may be another one than last time.
    bool overrideCredentials = false;

    [[nodiscard]] bool isReconnect() const { return reconnects.has_value(); }
};

/// The requests that the choices amount to (reference 2.1, 2.3, 4.8, 4.9). Pure. Empty credentials are not sent: banks
/// without required fields want none. An attempt of which nothing was chosen is not sent either.
[[nodiscard]] api::CreateConnectionRequest createRequest(const ConnectionChoices &choices,
                                                         const api::Credentials &credentials);
[[nodiscard]] api::ReconnectConnectionRequest reconnectRequest(const ConnectionChoices &choices,
                                                               const api::Credentials &credentials);
[[nodiscard]] api::CreateOAuthRequest createOAuthRequest(const ConnectionChoices &choices, const QUrl &returnTo);
[[nodiscard]] api::ReconnectOAuthRequest reconnectOAuthRequest(const ConnectionChoices &choices, const QUrl &returnTo);
[[nodiscard]] api::CreateConnectSessionRequest createSessionRequest(const ConnectionChoices &choices);
[[nodiscard]] api::ReconnectConnectSessionRequest reconnectSessionRequest(const ConnectionChoices &choices);

} // namespace saltdesk::models
