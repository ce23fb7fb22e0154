// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"
#include "types/Attempt.h"
#include "types/Ids.h"
#include "types/Member.h"
#include "types/OpenEnum.h"

#include <QByteArray>
#include <QDateTime>

namespace saltdesk::api {

/// Whether the last credentials worked (reference 3.1). Only `Active` can be refreshed.
enum class ConnectionStatus : unsigned char { Unknown, Active, Inactive, Disabled };

/// A customer's link to a bank: every field of reference 3.1.
struct Connection
{
    ConnectionId id;
    Member<CustomerId> customerId;
    Member<ProviderId> providerId;
    Member<QString> providerCode;
    Member<QString> providerName;
    Member<QString> countryCode;
    /// For app-type keys only; comes back in every list and show. Never shown, never logged.
    Member<Secret> secret;
    OpenEnum<ConnectionStatus> status;
    Member<QString> categorization;
    Member<bool> dailyRefresh;
    Member<bool> storeCredentials;
    Member<bool> showConsentConfirmation;
    Member<ConsentId> lastConsentId;
    Member<QDateTime> lastSuccessAt;
    /// Null means "not now"; a value is a hint, to be compared with the server's time.
    Member<QDateTime> nextRefreshPossibleAt;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;
    Member<Attempt> lastAttempt;
    /// Embedded by some newer answers, kept as its JSON text.
    Member<QByteArray> holderInfo;

    friend bool operator==(const Connection &, const Connection &) = default;
};

} // namespace saltdesk::api
