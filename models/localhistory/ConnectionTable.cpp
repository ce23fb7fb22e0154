// SPDX-License-Identifier: Apache-2.0
#include "localhistory/ConnectionTable.h"

#include "localhistory/HistoryQuery.h"
#include "localhistory/LikePattern.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

HistoryResult<void> ConnectionTable::keep(const Observation &seen, const QDateTime &at)
{
    HistoryQuery place(m_database, u"INSERT OR IGNORE INTO connection(id, customer, first_seen, last_seen) "
                                   "VALUES(?, ?, ?, ?)"_s);
    place.bind(seen.connection.toString()).bind(seen.customer.toString()).bind(at).bind(at);
    if (const auto ran = place.run(); !ran) {
        return ran;
    }
    HistoryQuery query(m_database, u"UPDATE connection SET customer = ?, customer_label = ?, customer_folded = ?, "
                                   "provider = ?, bank = ?, bank_folded = ?, country = ?, present = ?, last_seen = ? "
                                   "WHERE id = ?"_s);
    query.bind(seen.customer.toString()).bind(seen.customerLabel).bind(seen.customerLabel.toCaseFolded());
    query.bind(seen.providerCode).bind(seen.bank).bind(seen.bank.toCaseFolded()).bind(seen.countryCode);
    query.bind(seen.value(ObservedField::Presence) == u"present"_s).bind(at).bind(seen.connection.toString());
    return query.run().and_then([&] { return keepFailure(seen, at); });
}

HistoryResult<void> ConnectionTable::keepFailure(const Observation &seen, const QDateTime &at)
{
    const QString id = seen.connection.toString();
    if (!seen.isCompared) {
        HistoryQuery query(m_database,
                           u"UPDATE connection SET failing_class = NULL, failing_since = NULL WHERE id = ?"_s);
        return query.bind(id).run();
    }
    if (!seen.failingClass) {
        return {};
    }
    // The first failure since the last success stays the one that it has failed since.
    const QString failing = seen.failingClass->isNull() ? u""_s : *seen.failingClass;
    const QDateTime since = seen.failingAt.isValid() ? seen.failingAt : at;
    HistoryQuery query(m_database,
                       u"UPDATE connection SET failing_class = ?, failing_since = CASE WHEN ? = '' THEN NULL "
                       "WHEN failing_since > coalesce(?, 0) THEN min(failing_since, ?) ELSE ? END "
                       "WHERE id = ?"_s);
    query.bind(failing).bind(failing).bind(seen.lastSuccessAt).bind(since).bind(since);
    return query.bind(id).run();
}

HistoryResult<std::vector<api::ConnectionId>> ConnectionTable::missing(const api::CustomerId &customer,
                                                                       const QSet<QString> &listed)
{
    HistoryQuery query(m_database, u"SELECT id FROM connection WHERE customer = ? AND present"_s);
    if (const auto ran = query.bind(customer.toString()).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<api::ConnectionId> gone;
    while (query.next()) {
        if (!listed.contains(query.text(0))) {
            gone.emplace_back(query.text(0));
        }
    }
    return gone;
}

HistoryResult<void> ConnectionTable::keepGone(const api::ConnectionId &connection)
{
    HistoryQuery query(m_database, u"UPDATE connection SET present = 0, failing_class = NULL, failing_since = NULL "
                                   "WHERE id = ?"_s);
    return query.bind(connection.toString()).run();
}

HistoryResult<QDateTime> ConnectionTable::firstSeen(const api::ConnectionId &connection)
{
    HistoryQuery query(m_database, u"SELECT first_seen FROM connection WHERE id = ?"_s);
    if (const auto ran = query.bind(connection.toString()).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    return query.next() ? query.time(0) : QDateTime();
}

HistoryResult<std::vector<SeenConnection>> ConnectionTable::atBank(const QString &providerCode, const QDateTime &since)
{
    HistoryQuery query(m_database,
                       u"SELECT id, customer, failing_class, failing_since FROM connection WHERE provider = ? "
                       "AND present AND last_seen >= ? AND failing_class IS NOT NULL"_s);
    if (const auto ran = query.bind(providerCode).bind(since).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<SeenConnection> seen;
    while (query.next()) {
        seen.push_back(
            {api::ConnectionId(query.text(0)), api::CustomerId(query.text(1)), query.text(2), query.time(3)});
    }
    return seen;
}

HistoryResult<std::vector<HistoryHit>> ConnectionTable::findCustomers(const QString &text, int most)
{
    HistoryQuery query(m_database, u"SELECT customer, customer_label, max(last_seen) FROM connection WHERE "
                                   "customer_folded LIKE ? ESCAPE '\\' GROUP BY customer ORDER BY max(last_seen) DESC, "
                                   "customer LIMIT ?"_s);
    if (const auto ran = query.bind(likePattern(text)).bind(most).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<HistoryHit> hits;
    while (query.next()) {
        hits.push_back({.customer = api::CustomerId(query.text(0)), .customerLabel = query.text(1)});
    }
    return hits;
}

HistoryResult<std::vector<HistoryHit>> ConnectionTable::findBanks(const QString &text, int most)
{
    HistoryQuery query(m_database, u"SELECT id, customer, customer_label, bank FROM connection WHERE present AND "
                                   "bank_folded LIKE ? ESCAPE '\\' ORDER BY last_seen DESC, id LIMIT ?"_s);
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

HistoryResult<void> ConnectionTable::forget(const api::CustomerId &customer)
{
    return HistoryQuery(m_database, u"DELETE FROM connection WHERE customer = ?"_s).bind(customer.toString()).run();
}

HistoryResult<bool> ConnectionTable::prune(const QDateTime &before)
{
    HistoryQuery unseen(m_database, u"DELETE FROM connection WHERE last_seen < ?"_s);
    if (const auto ran = unseen.bind(before).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    HistoryQuery rest(m_database, u"UPDATE connection SET first_seen = ? WHERE first_seen < ?"_s);
    return rest.bind(before).bind(before).run().map([&] { return unseen.changedRows() > 0; });
}

} // namespace saltdesk::models
