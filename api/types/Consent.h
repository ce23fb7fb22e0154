// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"
#include "types/Member.h"
#include "types/OpenEnum.h"

#include <QDate>
#include <QDateTime>
#include <QStringList>

namespace saltdesk::api {

/// `active`, `revoked`; the list is not known to be closed, and anything else counts as not active (reference 3.4).
enum class ConsentStatus { Unknown, Active, Revoked };

/// The customer's permission to fetch: every field of reference 3.4.
struct Consent
{
    ConsentId id;
    Member<ConnectionId> connectionId;
    Member<CustomerId> customerId;
    OpenEnum<ConsentStatus> status;
    Member<QStringList> scopes;
    Member<qint64> periodDays;
    /// Null: no expiry.
    Member<QDateTime> expiresAt;
    Member<QDate> fromDate;
    Member<QDate> toDate;
    Member<QString> collectedBy;
    Member<QDateTime> revokedAt;
    Member<QString> revokeReason;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;

    friend bool operator==(const Consent &, const Consent &) = default;
};

} // namespace saltdesk::api
