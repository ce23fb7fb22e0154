// SPDX-License-Identifier: Apache-2.0
#include "localhistory/ObservationTable.h"

#include "localhistory/HistoryQuery.h"
#include "localhistory/LikePattern.h"

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
    HistoryQuery query(database,
                       u"SELECT field, value, max(at) FROM change WHERE connection = ? AND at <= ? GROUP BY field"_s);
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

HistoryResult<bool> ObservationTable::record(const Observation &seen, const QDateTime &at)
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
    return keepConnection(seen, at).map([isNew] { return isNew; });
}

HistoryResult<void> ObservationTable::keepConnection(const Observation &seen, const QDateTime &at)
{
    HistoryQuery place(m_database, u"INSERT OR IGNORE INTO connection(id, customer, first_seen, last_seen) "
                                   "VALUES(?, ?, ?, ?)"_s);
    place.bind(seen.connection.toString()).bind(seen.customer.toString()).bind(at).bind(at);
    if (const auto ran = place.run(); !ran) {
        return ran;
    }
    HistoryQuery query(m_database, u"UPDATE connection SET customer = ?, customer_label = ?, provider = ?, bank = ?, "
                                   "country = ?, present = ?, last_seen = ? WHERE id = ?"_s);
    query.bind(seen.customer.toString()).bind(seen.customerLabel).bind(seen.providerCode).bind(seen.bank);
    query.bind(seen.countryCode).bind(seen.value(ObservedField::Presence) == u"present"_s).bind(at);
    if (const auto ran = query.bind(seen.connection.toString()).run(); !ran || !seen.failingClass) {
        return ran;
    }
    // The first failure since the last success stays the one that it has failed since.
    const QString failingClass = seen.failingClass->isNull() ? u""_s : *seen.failingClass;
    const QDateTime failingAt = seen.failingAt.isValid() ? seen.failingAt : at;
    HistoryQuery failing(m_database,
                         u"UPDATE connection SET failing_class = ?, failing_since = CASE WHEN ? = '' THEN NULL "
                         "WHEN failing_since > coalesce(?, 0) THEN min(failing_since, ?) ELSE ? END WHERE id = ?"_s);
    failing.bind(failingClass).bind(failingClass).bind(seen.lastSuccessAt).bind(failingAt).bind(failingAt);
    return failing.bind(seen.connection.toString()).run();
}

HistoryResult<ChangeReport> ObservationTable::changesSince(const api::ConnectionId &connection, const QDateTime &since)
{
    HistoryQuery query(m_database, u"SELECT first_seen FROM connection WHERE id = ?"_s);
    if (const auto ran = query.bind(connection.toString()).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    ChangeReport report;
    if (!query.next()) {
        return report;
    }
    report.firstSeen = query.time(0);
    const auto then = valuesAt(m_database, connection, since);
    const auto first = firstValues(m_database, connection);
    const auto now = lastValues(m_database, connection);
    if (!then || !first || !now) {
        return tl::unexpected(!then ? then.error() : !first ? first.error() : now.error());
    }
    for (const ObservedField field : observedFields) {
        const auto after = now->find(field);
        if (after == now->end()) {
            continue;
        }
        const auto known = then->find(field);
        const QString before = known != then->end() ? known->second.first : first->at(field).first;
        if (before != after->second.first) {
            report.changes.push_back({field, before, after->second.first, after->second.second});
        }
    }
    return report;
}

HistoryResult<std::vector<SeenConnection>> ObservationTable::atBank(const QString &providerCode, const QDateTime &since)
{
    HistoryQuery query(m_database, u"SELECT id, customer, customer_label, bank, failing_class, failing_since FROM "
                                   "connection WHERE provider = ? AND present AND last_seen >= ?"_s);
    if (const auto ran = query.bind(providerCode).bind(since).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<SeenConnection> seen;
    while (query.next()) {
        seen.push_back({api::ConnectionId(query.text(0)), api::CustomerId(query.text(1)), query.text(2), query.text(3),
                        query.text(4), query.time(5)});
    }
    return seen;
}

HistoryResult<std::vector<HistoryHit>> ObservationTable::findCustomers(const QString &text, int most)
{
    HistoryQuery query(m_database,
                       u"SELECT customer, customer_label, max(last_seen) FROM connection WHERE customer_label "
                       "LIKE ? ESCAPE '\\' GROUP BY customer ORDER BY max(last_seen) DESC, customer LIMIT ?"_s);
    if (const auto ran = query.bind(likePattern(text)).bind(most).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<HistoryHit> hits;
    while (query.next()) {
        hits.push_back({.customer = api::CustomerId(query.text(0)), .customerLabel = query.text(1)});
    }
    return hits;
}

HistoryResult<std::vector<HistoryHit>> ObservationTable::findBanks(const QString &text, int most)
{
    HistoryQuery query(m_database, u"SELECT id, customer, customer_label, bank FROM connection WHERE present AND bank "
                                   "LIKE ? ESCAPE '\\' ORDER BY last_seen DESC, id LIMIT ?"_s);
    if (const auto ran = query.bind(likePattern(text)).bind(most).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<HistoryHit> hits;
    while (query.next()) {
        hits.push_back({.connection = api::ConnectionId(query.text(0)),
                        .customer = api::CustomerId(query.text(1)),
                        .customerLabel = query.text(2),
                        .bank = query.text(3)});
    }
    return hits;
}

HistoryResult<void> ObservationTable::forget(const api::CustomerId &customer)
{
    HistoryQuery changes(m_database, u"DELETE FROM change WHERE connection IN (SELECT id FROM connection WHERE "
                                     "customer = ?)"_s);
    if (const auto ran = changes.bind(customer.toString()).run(); !ran) {
        return ran;
    }
    HistoryQuery connections(m_database, u"DELETE FROM connection WHERE customer = ?"_s);
    return connections.bind(customer.toString()).run();
}

HistoryResult<void> ObservationTable::prune(const QDateTime &before)
{
    HistoryQuery old(m_database, u"DELETE FROM change WHERE at < ? AND EXISTS(SELECT 1 FROM change AS later WHERE "
                                 "later.connection = change.connection AND later.field = change.field AND later.at > "
                                 "change.at AND later.at <= ?)"_s);
    if (const auto ran = old.bind(before).bind(before).run(); !ran) {
        return ran;
    }
    HistoryQuery unseen(m_database,
                        u"DELETE FROM change WHERE connection IN (SELECT id FROM connection WHERE last_seen "
                        "< ?)"_s);
    if (const auto ran = unseen.bind(before).run(); !ran) {
        return ran;
    }
    return HistoryQuery(m_database, u"DELETE FROM connection WHERE last_seen < ?"_s).bind(before).run();
}

} // namespace saltdesk::models
