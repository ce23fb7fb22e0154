// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace saltdesk::api {

/// How a fetch shall run, as create, reconnect and refresh send it (reference 2.7). Unset members are not sent.
struct AttemptRequest
{
    std::optional<QStringList> fetchScopes;
    std::optional<QDate> fromDate;
    std::optional<QDate> toDate;
    std::optional<bool> fetchedAccountsNotify;
    /// At most 1 KB; comes back in the attempt and in callbacks.
    std::optional<QJsonObject> customFields;
    std::optional<QString> locale;
    std::optional<QStringList> includeNatures;
    std::optional<QDateTime> customerLastLoggedAt;
    /// Reconnect and refresh only; what makes a new connection leaves it out.
    std::optional<QStringList> excludeAccounts;
    std::optional<bool> storeCredentials;
    std::optional<bool> userPresent;
    std::optional<QString> returnTo;
    /// `mark_as_pending`, `mark_as_duplicate`, `delete_transactions`.
    std::optional<QString> unduplicationStrategy;
};

} // namespace saltdesk::api
