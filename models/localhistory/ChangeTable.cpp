// SPDX-License-Identifier: Apache-2.0
#include "localhistory/ChangeTable.h"

#include "localhistory/HistoryQuery.h"

#include <map>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

using Values = std::map<ObservedField, std::pair<QString, QDateTime>>;

/// Rows of field, value and time.
HistoryResult<Values> valuesOf(HistoryQuery &query)
{
    if (const auto ran = query.run(); !ran) {
        return tl::unexpected(ran.error());
    }
    Values values;
    while (query.next()) {
        if (const auto field = observedFieldNamed(query.text(0))) {
            values[*field] = {query.text(1), query.time(2)};
        }
    }
    return values;
}

// SQLite gives the other columns of the row that has the maximum or minimum
// (https://www.sqlite.org/lang_select.html#bareagg).

/// The value of each field at a moment, and since when it was so.
HistoryResult<Values> valuesAt(const QSqlDatabase &database, const api::ConnectionId &connection, const QDateTime &when)
{
    HistoryQuery query(database, u"SELECT field, value, max(at) FROM change WHERE connection = ? AND at <= ? "
                                 "GROUP BY field"_s);
    return valuesOf(query.bind(connection.toString()).bind(when));
}

/// The newest value of each field.
HistoryResult<Values> lastValues(const QSqlDatabase &database, const api::ConnectionId &connection)
{
    HistoryQuery query(database, u"SELECT field, value, max(at) FROM change WHERE connection = ? GROUP BY field"_s);
    return valuesOf(query.bind(connection.toString()));
}

/// What the connection was first seen with.
HistoryResult<Values> firstValues(const QSqlDatabase &database, const api::ConnectionId &connection)
{
    HistoryQuery query(database, u"SELECT field, value, min(at) FROM change WHERE connection = ? GROUP BY field"_s);
    return valuesOf(query.bind(connection.toString()));
}

} // namespace

HistoryResult<bool> ChangeTable::record(const Observation &seen, const QDateTime &at)
{
    const auto known = lastValues(m_database, seen.connection);
    if (!known) {
        return tl::unexpected(known.error());
    }
    bool isNew = false;
    for (const ObservedField field : observedFields) {
        const std::optional<QString> &value = seen.value(field);
        const auto last = known->find(field);
        if (!value || (last != known->end() && last->second.first == *value)) {
            continue;
        }
        HistoryQuery query(m_database,
                           u"INSERT OR REPLACE INTO change(connection, field, at, value) VALUES(?, ?, ?, ?)"_s);
        query.bind(seen.connection.toString()).bind(observedFieldName(field)).bind(at);
        if (const auto ran = query.bind(value->isNull() ? u""_s : *value).run(); !ran) {
            return tl::unexpected(ran.error());
        }
        isNew = true;
    }
    return isNew;
}

HistoryResult<std::vector<FieldChange>> ChangeTable::since(const api::ConnectionId &connection, const QDateTime &since)
{
    const auto first = firstValues(m_database, connection);
    const auto then = valuesAt(m_database, connection, since);
    const auto now = lastValues(m_database, connection);
    if (!first || !then || !now) {
        return tl::unexpected(!first ? first.error() : !then ? then.error() : now.error());
    }
    std::vector<FieldChange> changes;
    for (const auto &[field, newest] : *now) {
        // A field that was not known then counts from its first value. Another program may have removed it meanwhile.
        const auto known = then->find(field);
        const auto begun = first->find(field);
        if (known == then->end() && begun == first->end()) {
            continue;
        }
        const QString &before = known != then->end() ? known->second.first : begun->second.first;
        if (before != newest.first) {
            changes.push_back({field, before, newest.first, newest.second});
        }
    }
    return changes;
}

HistoryResult<void> ChangeTable::forget(const api::CustomerId &customer)
{
    HistoryQuery query(m_database, u"DELETE FROM change WHERE connection IN (SELECT id FROM connection WHERE "
                                   "customer = ?)"_s);
    return query.bind(customer.toString()).run();
}

HistoryResult<bool> ChangeTable::prune(const QDateTime &before)
{
    HistoryQuery old(m_database, u"DELETE FROM change WHERE at < ? AND EXISTS(SELECT 1 FROM change AS later WHERE "
                                 "later.connection = change.connection AND later.field = change.field AND later.at > "
                                 "change.at AND later.at <= ?)"_s);
    if (const auto ran = old.bind(before).bind(before).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    HistoryQuery unseen(m_database, u"DELETE FROM change WHERE connection IN (SELECT id FROM connection WHERE "
                                    "last_seen < ?)"_s);
    return unseen.bind(before).run().map([&] { return old.changedRows() + unseen.changedRows() > 0; });
}

} // namespace saltdesk::models
