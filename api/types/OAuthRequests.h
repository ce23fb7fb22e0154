// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"
#include "types/AttemptRequest.h"
#include "types/ConnectionRequests.h"
#include "types/ConsentRequest.h"
#include "types/Ids.h"

#include <QString>

#include <optional>

namespace saltdesk::api {

/// The bodies of the OAuth routes, member by member (reference 4.8). Unset members are not sent.

struct CreateOAuthRequest
{
    CustomerId customerId;
    QString countryCode;
    QString providerCode;
    ConsentRequest consent;
    /// Its `returnTo` is where the bank sends the browser; mandatory for redirect banks (reference 2.7).
    std::optional<AttemptRequest> attempt;
    std::optional<bool> returnConnectionId;
    FetchOptions options;
};

struct ReconnectOAuthRequest
{
    ConnectionId connectionId;
    ConsentRequest consent;
    std::optional<AttemptRequest> attempt;
    std::optional<bool> returnConnectionId;
    FetchOptions options;
};

/// Only for banks with the client's own registration.
struct AuthorizeOAuthRequest
{
    ConnectionId connectionId;
    /// What the bank appended to `return_to`: it opens the account, so it is handled like a credential.
    Secret queryString;
};

} // namespace saltdesk::api
