// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"
#include "localhistory/HistoryRecords.h"
#include "localhistory/Observation.h"

#include <QSet>
#include <QSqlDatabase>

namespace saltdesk::models {

/// The table "connection" of the local history: every connection as it was last seen. Lives on the thread of its
/// database.
class ConnectionTable
{
public:
    explicit ConnectionTable(const QSqlDatabase &database)
        : m_database(database)
    {}

    [[nodiscard]] HistoryResult<void> keep(const Observation &seen, const QDateTime &at);
    /// Those of the customer that were there when last seen and are not among these.
    [[nodiscard]] HistoryResult<std::vector<api::ConnectionId>> missing(const api::CustomerId &customer,
                                                                        const QSet<QString> &listed);
    [[nodiscard]] HistoryResult<void> keepGone(const api::ConnectionId &connection);
    /// Invalid: never.
    [[nodiscard]] HistoryResult<QDateTime> firstSeen(const api::ConnectionId &connection);
    /// Those of one bank that were there when last seen, seen since then, and of which it is known whether they fail.
    [[nodiscard]] HistoryResult<std::vector<SeenConnection>> atBank(const QString &providerCode,
                                                                    const QDateTime &since);
    /// Seen last, first; at most `most` of each.
    [[nodiscard]] HistoryResult<std::vector<HistoryHit>> findCustomers(const QString &text, int most);
    [[nodiscard]] HistoryResult<std::vector<HistoryHit>> findBanks(const QString &text, int most);
    [[nodiscard]] HistoryResult<void> forget(const api::CustomerId &customer);
    /// Drops what was last seen before, and what is left was first seen no earlier. True: there was something.
    [[nodiscard]] HistoryResult<bool> prune(const QDateTime &before);

private:
    [[nodiscard]] HistoryResult<void> keepFailure(const Observation &seen, const QDateTime &at);

    QSqlDatabase m_database;
};

} // namespace saltdesk::models
