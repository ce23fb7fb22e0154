// SPDX-License-Identifier: Apache-2.0
#include "localhistory/HistoryFile.h"

#include "localhistory/ChangeTable.h"
#include "localhistory/ConnectionTable.h"
#include "localhistory/HistoryQuery.h"
#include "localhistory/HistorySchema.h"
#include "localhistory/NoteTable.h"
#include "settings/KeptAside.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions onlyMine = QFile::ReadOwner | QFile::WriteOwner;
const QString driver = u"QSQLITE"_s;

HistoryResult<void> checked(const QSqlDatabase &database)
{
    HistoryQuery query(database, u"PRAGMA quick_check(1)"_s);
    if (const auto ran = query.run(); !ran) {
        return ran;
    }
    if (query.next() && query.text(0) == "ok"_L1) {
        return {};
    }
    return tl::unexpected(HistoryFault{HistoryFault::Kind::Damaged, query.text(0)});
}

} // namespace

HistoryFile::HistoryFile(QString path)
    : m_path(std::move(path))
    , m_name(u"history-"_s + QUuid::createUuid().toString(QUuid::Id128))
{}

HistoryFile::~HistoryFile()
{
    close();
}

void HistoryFile::close()
{
    QSqlDatabase::removeDatabase(m_name);
}

HistoryResult<void> HistoryFile::open()
{
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return tl::unexpected(HistoryFault{HistoryFault::Kind::NoDriver, {}});
    }
    auto opened = openFile();
    if (!opened && opened.error().kind == HistoryFault::Kind::Damaged && moveAside()) {
        opened = openFile();
    }
    if (!opened) {
        close();
    }
    return opened;
}

HistoryResult<void> HistoryFile::openFile()
{
    if (const auto made = makePlace(); !made) {
        return made;
    }
    QSqlDatabase database = QSqlDatabase::addDatabase(driver, m_name);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patienceMs));
    database.setDatabaseName(m_path.isEmpty() ? u":memory:"_s : m_path);
    if (!database.open()) {
        return tl::unexpected(HistoryFault::of(database.lastError()));
    }
    return prepare();
}

HistoryResult<void> HistoryFile::makePlace() const
{
    if (m_path.isEmpty()) {
        return {};
    }
    // SQLite gives the files beside it the permissions of the main one. One that is there is not opened here: closing
    // it again would drop the locks that SQLite has on it in this process.
    QFile file(m_path);
    const bool isThere = QDir().mkpath(QFileInfo(m_path).path()) &&
                         (file.exists() || file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyMine));
    if (!isThere || !file.setPermissions(onlyMine)) {
        return tl::unexpected(HistoryFault{HistoryFault::Kind::NoPlace, file.errorString()});
    }
    return {};
}

HistoryResult<void> HistoryFile::prepare()
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    const auto run = [&database](const QString &statement) {
        return [&database, statement] { return runStatement(database, statement); };
    };
    // The schema first: a newer file is not to be touched.
    return upgradeHistory(database)
        .and_then([&database] { return checked(database); })
        .and_then(run(u"PRAGMA journal_mode = WAL"_s))
        .and_then(run(u"PRAGMA synchronous = NORMAL"_s))
        .and_then(run(u"PRAGMA secure_delete = ON"_s));
}

bool HistoryFile::moveAside()
{
    close();
    m_setAside = keepAside(m_path, u"damaged"_s);
    if (m_setAside.isEmpty()) {
        return false;
    }
    QFile::setPermissions(m_setAside, onlyMine);
    for (const QString &end : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(m_path + end)) {
            QFile::rename(m_path + end, m_setAside + end);
        }
    }
    return QFile::remove(m_path);
}

template <class Work>
auto HistoryFile::inTransaction(Work work) -> decltype(work())
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    if (const auto begun = runStatement(database, u"BEGIN IMMEDIATE"_s); !begun) {
        return tl::unexpected(begun.error());
    }
    auto done = work();
    if (const auto ended = runStatement(database, done ? u"COMMIT"_s : u"ROLLBACK"_s); done && !ended) {
        const auto undone = runStatement(database, u"ROLLBACK"_s);
        Q_UNUSED(undone)
        return tl::unexpected(ended.error());
    }
    return done;
}

HistoryResult<bool> HistoryFile::record(const std::vector<Observation> &seen, const QDateTime &at)
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    return inTransaction([&]() -> HistoryResult<bool> {
        bool isNew = false;
        for (const Observation &one : seen) {
            const auto recorded = ChangeTable(database).record(one, at);
            const auto kept = recorded ? ConnectionTable(database).keep(one, at) : HistoryResult<void>();
            if (!recorded || !kept) {
                return tl::unexpected(!recorded ? recorded.error() : kept.error());
            }
            isNew = isNew || *recorded;
        }
        return isNew;
    });
}

HistoryResult<bool> HistoryFile::recordGone(const api::CustomerId &customer, const QSet<QString> &listed,
                                            const QDateTime &at)
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    return inTransaction([&]() -> HistoryResult<bool> {
        const auto gone = ConnectionTable(database).missing(customer, listed);
        if (!gone) {
            return tl::unexpected(gone.error());
        }
        for (const api::ConnectionId &connection : *gone) {
            const auto recorded = ChangeTable(database).record(observeGone(connection), at);
            const auto kept = recorded ? ConnectionTable(database).keepGone(connection) : HistoryResult<void>();
            if (!recorded || !kept) {
                return tl::unexpected(!recorded ? recorded.error() : kept.error());
            }
        }
        return !gone->empty();
    });
}

HistoryResult<ChangeReport> HistoryFile::changesSince(const api::ConnectionId &connection, const QDateTime &since)
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    const auto firstSeen = ConnectionTable(database).firstSeen(connection);
    if (!firstSeen) {
        return tl::unexpected(firstSeen.error());
    }
    return ChangeTable(database).since(connection, since).map([&](const std::vector<FieldChange> &changes) {
        return ChangeReport{.changes = changes, .firstSeen = *firstSeen};
    });
}

HistoryResult<std::vector<SeenConnection>> HistoryFile::atBank(const QString &providerCode, const QDateTime &since)
{
    return ConnectionTable(QSqlDatabase::database(m_name, false)).atBank(providerCode, since);
}

HistoryResult<std::vector<Note>> HistoryFile::notes(const api::CustomerId &customer)
{
    return NoteTable(QSqlDatabase::database(m_name, false)).of(customer);
}

HistoryResult<void> HistoryFile::addNote(const Note &note)
{
    return NoteTable(QSqlDatabase::database(m_name, false)).add(note);
}

HistoryResult<void> HistoryFile::removeNote(qint64 id)
{
    return NoteTable(QSqlDatabase::database(m_name, false)).remove(id);
}

HistoryResult<std::vector<HistoryHit>> HistoryFile::search(const QString &text)
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    ConnectionTable table(database);
    auto hits = NoteTable(database).search(text, mostHits);
    const auto append = [&hits](const HistoryResult<std::vector<HistoryHit>> &more) {
        if (hits && more) {
            hits->insert(hits->end(), more->begin(), more->end());
        } else if (!more) {
            hits = more;
        }
    };
    append(table.findCustomers(text, mostHits));
    append(table.findBanks(text, mostHits));
    return hits;
}

HistoryResult<void> HistoryFile::forget(const api::CustomerId &customer)
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    return inTransaction([&] {
               return ChangeTable(database)
                   .forget(customer)
                   .and_then([&] { return ConnectionTable(database).forget(customer); })
                   .and_then([&] { return NoteTable(database).forget(customer); });
           })
        .and_then([this] { return emptyLog(); });
}

HistoryResult<bool> HistoryFile::prune(const QDateTime &before)
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    const auto pruned = inTransaction([&]() -> HistoryResult<bool> {
        const auto changes = ChangeTable(database).prune(before);
        const auto connections = changes ? ConnectionTable(database).prune(before) : changes;
        return connections ? HistoryResult<bool>(*changes || *connections) : connections;
    });
    if (!pruned || !*pruned) {
        return pruned;
    }
    return emptyLog().map([] { return true; });
}

HistoryResult<void> HistoryFile::emptyLog()
{
    HistoryQuery query(QSqlDatabase::database(m_name, false), u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (const auto ran = query.run(); !ran) {
        return ran;
    }
    // Being kept from it is no error to SQLite.
    const bool wasBlocked = query.next() && query.number(0) != 0;
    return wasBlocked ? HistoryResult<void>(tl::unexpected(HistoryFault{HistoryFault::Kind::Locked, {}}))
                      : HistoryResult<void>();
}

} // namespace saltdesk::models
