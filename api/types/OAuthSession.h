// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"
#include "types/Ids.h"
#include "types/Member.h"

#include <QDateTime>

namespace saltdesk::api {

/// What the customer's browser is to open at a redirect bank, and the connection that waits for it (reference 4.8).
struct OAuthSession
{
    Member<ConnectionId> connectionId;
    Member<Secret> connectionSecret;
    Member<AttemptId> attemptId;
    Member<Secret> token;
    Member<QDateTime> expiresAt;
    /// Carries the state of this one authorisation: for the browser only, never logged.
    Secret redirectUrl;

    friend bool operator==(const OAuthSession &, const OAuthSession &) = default;
};

} // namespace saltdesk::api
