// SPDX-License-Identifier: Apache-2.0
#include "localhistory/HistoryQuery.h"

#include <QSqlError>
#include <QVariant>

namespace saltdesk::models {

HistoryQuery::HistoryQuery(const QSqlDatabase &database, const QString &statement)
    : m_query(database)
{
    m_query.setForwardOnly(true);
    m_isPrepared = m_query.prepare(statement);
}

HistoryQuery &HistoryQuery::bind(const QVariant &value)
{
    m_query.bindValue(m_bound++, value);
    return *this;
}

HistoryQuery &HistoryQuery::bind(const QDateTime &time)
{
    return bind(time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>()));
}

HistoryResult<void> HistoryQuery::run()
{
    m_bound = 0;
    if (!m_isPrepared || !m_query.exec()) {
        return tl::unexpected(HistoryFault::of(m_query.lastError()));
    }
    return {};
}

QDateTime HistoryQuery::time(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

HistoryResult<void> runStatement(const QSqlDatabase &database, const QString &statement)
{
    return HistoryQuery(database, statement).run();
}

} // namespace saltdesk::models
