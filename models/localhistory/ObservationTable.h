// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"
#include "localhistory/HistoryRecords.h"
#include "localhistory/Observation.h"

#include <QSqlDatabase>

namespace saltdesk::models {

/// The tables "connection" and "change" of the local history: every connection as last seen, and one row per field and
/// time at which a new value was first seen. Lives on the thread of its database.
class ObservationTable
{
public:
    explicit ObservationTable(const QSqlDatabase &database)
        : m_database(database)
    {}

    /// True: something is not as it was last seen.
    [[nodiscard]] HistoryResult<bool> record(const Observation &seen, const QDateTime &at);
    [[nodiscard]] HistoryResult<ChangeReport> changesSince(const api::ConnectionId &connection, const QDateTime &since);
    /// Those of one bank that were there when last seen, and seen since then.
    [[nodiscard]] HistoryResult<std::vector<SeenConnection>> atBank(const QString &providerCode,
                                                                    const QDateTime &since);
    /// Seen last, first; at most `most` of each.
    [[nodiscard]] HistoryResult<std::vector<HistoryHit>> findCustomers(const QString &text, int most);
    [[nodiscard]] HistoryResult<std::vector<HistoryHit>> findBanks(const QString &text, int most);
    [[nodiscard]] HistoryResult<void> forget(const api::CustomerId &customer);
    /// Drops what is older, but for the value that each field had then, so that later changes can still be told.
    [[nodiscard]] HistoryResult<void> prune(const QDateTime &before);

private:
    [[nodiscard]] HistoryResult<void> keepConnection(const Observation &seen, const QDateTime &at);

    QSqlDatabase m_database;
};

} // namespace saltdesk::models
