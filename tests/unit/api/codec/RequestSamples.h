// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/AttemptRequest.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QTest>
#include <QTimeZone>

#include <functional>
#include <vector>

/// Requests with every field set, and a way to look at each field alone.
namespace saltdesk::testing {

inline api::AttemptRequest fullAttempt()
{
    api::AttemptRequest attempt;
    attempt.fetchScopes = QStringList{QStringLiteral("accounts"), QStringLiteral("transactions")};
    attempt.fromDate = QDate(2020, 6, 9);
    attempt.toDate = QDate(2020, 9, 7);
    attempt.fetchedAccountsNotify = true;
    attempt.customFields = QJsonObject{{QStringLiteral("ticket"), QStringLiteral("SUP-1042")}};
    attempt.locale = QStringLiteral("en");
    attempt.includeNatures = QStringList{QStringLiteral("card")};
    attempt.customerLastLoggedAt = QDateTime(QDate(2020, 9, 7), QTime(13, 35, 46, 999), QTimeZone(3 * 3600));
    attempt.excludeAccounts = QStringList{QStringLiteral("1")};
    attempt.storeCredentials = false;
    attempt.userPresent = true;
    attempt.returnTo = QStringLiteral("https://example.com/?a=1&b=2");
    attempt.unduplicationStrategy = QStringLiteral("mark_as_pending");
    return attempt;
}

inline const QByteArray fullAttemptJson =
    R"("attempt":{"fetch_scopes":["accounts","transactions"],"from_date":"2020-06-09","to_date":"2020-09-07",)"
    R"("fetched_accounts_notify":true,"custom_fields":{"ticket":"SUP-1042"},"locale":"en","include_natures":["card"],)"
    R"("customer_last_logged_at":"2020-09-07T10:35:46Z","exclude_accounts":["1"],"store_credentials":false,)"
    "\"user_present\":true,\"return_to\":\"https://example.com/"
    "?a=1&b=2\",\"unduplication_strategy\":\"mark_as_pending\"}";

/// A new connection has no accounts to exclude.
inline QByteArray firstAttemptJson()
{
    return QByteArray(fullAttemptJson).replace(R"("exclude_accounts":["1"],)", "");
}

inline QByteArray data(const QByteArray &members)
{
    return R"({"data":{)" + members + "}}";
}

/// A member that may be left out: how it stands on the wire, and how a request gets it.
template <class Request>
struct OptionalField
{
    QByteArray json;
    std::function<void(Request &)> set;
};

/// Columns `body` and `expected`: a row without any of the fields, one for each alone, one for all together. The fields
/// come in the order of the wire, after `leastJson`.
template <class Request, class Write>
void addOptionalFields(const char *title, const Request &least, const QByteArray &leastJson,
                       const std::vector<OptionalField<Request>> &fields, Write write)
{
    const QByteArrayList none = leastJson.isEmpty() ? QByteArrayList() : QByteArrayList{leastJson};
    QByteArrayList all = none;
    Request full = least;
    QTest::addRow("%s: none", title) << write(least) << data(leastJson);
    for (const OptionalField<Request> &field : fields) {
        Request alone = least;
        field.set(alone);
        field.set(full);
        all.append(field.json);
        QTest::addRow("%s: %s alone", title, field.json.constData())
            << write(alone) << data((none + QByteArrayList{field.json}).join(','));
    }
    QTest::addRow("%s: all", title) << write(full) << data(all.join(','));
}

} // namespace saltdesk::testing
