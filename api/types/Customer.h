// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"
#include "types/Ids.h"
#include "types/Member.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::api {

/// The person whose banks are connected (reference 3.5). `identifier` is the key that the client company chose.
struct Customer
{
    CustomerId id;
    Member<QString> identifier;
    /// For app-type keys only. Never shown, never logged.
    Member<Secret> secret;
    /// Set while the customer is locked.
    Member<QDateTime> blockedAt;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;

    friend bool operator==(const Customer &, const Customer &) = default;
};

/// What a removal, a lock or an unlock answers (reference 4.3): the one that was asked for is true.
struct CustomerChange
{
    CustomerId id;
    bool removed = false;
    bool locked = false;
    bool unlocked = false;

    friend bool operator==(const CustomerChange &, const CustomerChange &) = default;
};

} // namespace saltdesk::api
