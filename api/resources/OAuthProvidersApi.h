// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConnectionDecoder.h"
#include "codec/SessionDecoder.h"
#include "transport/Call.h"
#include "types/OAuthRequests.h"

namespace saltdesk::api {

class ApiClient;

/// Connections at banks that ask on their own page (reference 4.8, 5.3). Writes: each is sent once.
class OAuthProvidersApi
{
public:
    explicit OAuthProvidersApi(ApiClient &client)
        : m_client(client)
    {}

    /// The answer's address is for the customer's browser; the connection is then followed like any other.
    [[nodiscard]] Call<OAuthSession> create(const CreateOAuthRequest &request) const;
    [[nodiscard]] Call<OAuthSession> reconnect(const ReconnectOAuthRequest &request) const;
    /// Hands on what the bank appended to `return_to`; only for the client's own registrations at banks.
    [[nodiscard]] Call<ConnectionDocument> authorize(const AuthorizeOAuthRequest &request) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
