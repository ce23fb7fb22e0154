// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"
#include "types/Member.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace saltdesk::api {

/// An account of a connection (reference 3.8).
struct Account
{
    AccountId id;
    Member<QString> name;
    /// `account`, `card`, `savings`, …; kept as text, the list is not closed.
    Member<QString> nature;
    /// For showing only: a JSON number, so nothing is summed up with it.
    Member<double> balance;
    Member<QString> currencyCode;
    /// Depends on the bank (iban, sort_code, …); JSON text.
    Member<QByteArray> extra;
    Member<ConnectionId> connectionId;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace saltdesk::api
