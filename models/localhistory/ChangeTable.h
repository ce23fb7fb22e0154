// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"
#include "localhistory/HistoryRecords.h"
#include "localhistory/Observation.h"

#include <QSqlDatabase>

namespace saltdesk::models {

/// The table "change" of the local history: one row per connection, field and time at which a new value was first seen.
/// Lives on the thread of its database.
class ChangeTable
{
public:
    explicit ChangeTable(const QSqlDatabase &database)
        : m_database(database)
    {}

    /// True: something is not as it was last seen.
    [[nodiscard]] HistoryResult<bool> record(const Observation &seen, const QDateTime &at);
    [[nodiscard]] HistoryResult<std::vector<FieldChange>> since(const api::ConnectionId &connection,
                                                                const QDateTime &since);
    /// Of all the customer's connections in the table "connection".
    [[nodiscard]] HistoryResult<void> forget(const api::CustomerId &customer);
    /// Drops what is older, but for the value that each field had then, so that later changes can still be told; and
    /// all of the connections that were last seen before. True: there was something.
    [[nodiscard]] HistoryResult<bool> prune(const QDateTime &before);

private:
    QSqlDatabase m_database;
};

} // namespace saltdesk::models
