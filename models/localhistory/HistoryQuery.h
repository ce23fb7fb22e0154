// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"

#include <QDateTime>
#include <QSqlQuery>

namespace saltdesk::models {

/// One statement at the local history's file, whose failures are values. Values are bound in the order of the question
/// marks. Lives on the thread of its database.
class HistoryQuery
{
public:
    HistoryQuery(const QSqlDatabase &database, const QString &statement);

    /// An invalid time or value is NULL.
    HistoryQuery &bind(const QVariant &value);
    HistoryQuery &bind(const QDateTime &time);
    [[nodiscard]] HistoryResult<void> run();

    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    /// Invalid for NULL.
    [[nodiscard]] QDateTime time(int column) const;
    [[nodiscard]] int changedRows() const { return m_query.numRowsAffected(); }

private:
    QSqlQuery m_query;
    bool m_isPrepared;
    int m_bound = 0;
};

/// A statement without values.
[[nodiscard]] HistoryResult<void> runStatement(const QSqlDatabase &database, const QString &statement);

} // namespace saltdesk::models
