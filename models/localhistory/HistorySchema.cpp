// SPDX-License-Identifier: Apache-2.0
#include "localhistory/HistorySchema.h"

#include "localhistory/HistoryQuery.h"

#include <QStringList>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// From version `index` to the next.
const QList<QStringList> &steps()
{
    static const QList<QStringList> all{
        {u"CREATE TABLE connection(id TEXT PRIMARY KEY, customer TEXT NOT NULL, "
         "customer_label TEXT NOT NULL DEFAULT '', customer_folded TEXT NOT NULL DEFAULT '', "
         "provider TEXT NOT NULL DEFAULT '', bank TEXT NOT NULL DEFAULT '', bank_folded TEXT NOT NULL DEFAULT '', "
         "country TEXT NOT NULL DEFAULT '', present INTEGER NOT NULL DEFAULT 1, first_seen INTEGER NOT NULL, "
         "last_seen INTEGER NOT NULL, failing_class TEXT, failing_since INTEGER) WITHOUT ROWID"_s,
         u"CREATE INDEX connection_provider ON connection(provider, last_seen)"_s,
         u"CREATE INDEX connection_customer ON connection(customer)"_s,
         u"CREATE TABLE change(connection TEXT NOT NULL, field TEXT NOT NULL, at INTEGER NOT NULL, "
         "value TEXT NOT NULL, PRIMARY KEY(connection, field, at)) WITHOUT ROWID"_s,
         u"CREATE TABLE note(id INTEGER PRIMARY KEY AUTOINCREMENT, customer TEXT NOT NULL, connection TEXT NOT NULL, "
         "written_at INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL)"_s,
         u"CREATE INDEX note_customer ON note(customer, written_at)"_s}};
    return all;
}

HistoryResult<int> versionOf(const QSqlDatabase &database)
{
    HistoryQuery query(database, u"PRAGMA user_version"_s);
    if (const auto ran = query.run(); !ran) {
        return tl::unexpected(ran.error());
    }
    return query.next() ? static_cast<int>(query.number(0)) : 0;
}

HistoryResult<void> runSteps(const QSqlDatabase &database, int from)
{
    for (int version = from; version < historyVersion; ++version) {
        for (const QString &statement : steps().at(version)) {
            if (const auto ran = runStatement(database, statement); !ran) {
                return ran;
            }
        }
    }
    return runStatement(database, u"PRAGMA user_version = %1"_s.arg(historyVersion));
}

} // namespace

HistoryResult<void> upgradeHistory(const QSqlDatabase &database)
{
    // Immediate, so that two programs that start at once do not both begin.
    if (const auto begun = runStatement(database, u"BEGIN IMMEDIATE"_s); !begun) {
        return begun;
    }
    const auto version = versionOf(database);
    HistoryResult<void> upgraded;
    if (!version) {
        upgraded = tl::unexpected(version.error());
    } else if (*version > historyVersion) {
        upgraded = tl::unexpected(HistoryFault{HistoryFault::Kind::Newer, {}});
    } else if (*version < historyVersion) {
        upgraded = runSteps(database, *version);
    }
    const auto ended = runStatement(database, upgraded ? u"COMMIT"_s : u"ROLLBACK"_s);
    return upgraded ? ended : upgraded;
}

} // namespace saltdesk::models
