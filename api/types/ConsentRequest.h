// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QStringList>

#include <optional>

namespace saltdesk::api {

/// What the customer agrees to, as create and reconnect send it (reference 2.6). Unset members are not sent.
struct ConsentRequest
{
    /// `account_details`, `holder_information`, `transactions_details` in one of the five allowed combinations.
    QStringList scopes;
    std::optional<QDate> fromDate;
    std::optional<QDate> toDate;
    std::optional<int> periodDays;
};

} // namespace saltdesk::api
