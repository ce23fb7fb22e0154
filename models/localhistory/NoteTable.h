// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"
#include "localhistory/HistoryRecords.h"

#include <QSqlDatabase>

namespace saltdesk::models {

/// The table "note" of the local history: what agents wrote down about customers. Notes do not age; they go by hand or
/// with their customer. Lives on the thread of its database.
class NoteTable
{
public:
    explicit NoteTable(const QSqlDatabase &database)
        : m_database(database)
    {}

    [[nodiscard]] HistoryResult<void> add(const Note &note);
    [[nodiscard]] HistoryResult<void> remove(qint64 id);
    /// Newest first.
    [[nodiscard]] HistoryResult<std::vector<Note>> of(const api::CustomerId &customer);
    /// Newest first; at most `most`.
    [[nodiscard]] HistoryResult<std::vector<HistoryHit>> search(const QString &text, int most);
    [[nodiscard]] HistoryResult<void> forget(const api::CustomerId &customer);

private:
    QSqlDatabase m_database;
};

} // namespace saltdesk::models
