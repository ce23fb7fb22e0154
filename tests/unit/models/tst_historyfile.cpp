// SPDX-License-Identifier: Apache-2.0
#include "localhistory/HistoryFile.h"

#include "localhistory/HistorySchema.h"
#include "support/RowSpec.h"
#include "support/Sights.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const api::ConnectionId eleven(u"11"_s);
const api::CustomerId customer(u"22"_s);
const QDateTime monday = startOfTime();

QDateTime daysLater(int days)
{
    return monday.addDays(days);
}

/// Somebody else at the same file.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~OtherProgram()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(u"other"_s);
    }
    Q_DISABLE_COPY_MOVE(OtherProgram)

    bool run(const QString &statement) { return m_query().exec(statement); }
    QVariant value(const QString &statement)
    {
        QSqlQuery query = m_query();
        return query.exec(statement) && query.next() ? query.value(0) : QVariant();
    }

private:
    QSqlQuery m_query() { return QSqlQuery(m_database); }
    QSqlDatabase m_database;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class HistoryFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsSeenTheSameAgainIsNoChange();
    void eachChangedFieldIsToldWithItsLastAndItsPresentValue();
    void whatWasBeforeTheFirstSightIsNotMadeUp();
    void whatChangedAndChangedBackIsNoChange();
    void whatIsNotKnownAtASightStaysAsItWas();
    void aRemovedConnectionIsToldAndNotFoundAnyMore();
    void aFailureCountsFromItsFirstSinceTheLastSuccess();
    void onlyConnectionsOfTheBankSeenLatelyAreCompared();
    void whatSaysNothingAboutTheBankIsNotCompared_data();
    void whatSaysNothingAboutTheBankIsNotCompared();
    void notesAreKeptNewestFirstUntilTheyAreRemoved();
    void findingTakesNoSignForAWildcard_data();
    void findingTakesNoSignForAWildcard();
    void aForgottenCustomerLeavesNoByteBehind();
    void aReaderWhoKeepsTheLogFromBeingEmptiedIsSaid();
    void whatIsTooOldGoesButNotTheValueThatLaterOnesAreComparedWith();
    void onlyTheUserCanReadIt();
    void itIsThereAfterARestart();
    void aDamagedFileIsKeptAsideAndANewOneBegun_data();
    void aDamagedFileIsKeptAsideAndANewOneBegun();
    void aNewerFileIsLeftAsItIs();
    void aLockedFileIsSaidToBeLocked();
    void aPlaceThatCantBeWrittenIsSaidSo();
    void whatCantBeWrittenLeavesTheFileAsItWas();
    void twoProgramsShareIt();
    void theCodesOfSqliteAreToldApart_data();
    void theCodesOfSqliteAreToldApart();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"deep/history.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void HistoryFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void HistoryFileTest::whatIsSeenTheSameAgainIsNoChange()
{
    HistoryFile file({});
    QVERIFY(file.open());
    QCOMPARE(file.record({observe(healthyConnection())}, monday).value(), true);
    QCOMPARE(file.record({observe(healthyConnection())}, daysLater(1)).value(), false);
    const ChangeReport report = file.changesSince(eleven, monday).value();
    QVERIFY(report.changes.empty());
    QCOMPARE(report.firstSeen, monday);
}

void HistoryFileTest::eachChangedFieldIsToldWithItsLastAndItsPresentValue()
{
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(file.record({observe(healthyConnection())}, monday));
    ConnectionSummary broken = failingConnection(u"InvalidCredentials"_s, daysLater(2));
    broken.statusText = u"inactive"_s;
    QVERIFY(file.record({observe(broken)}, daysLater(2)));
    const ChangeReport report = file.changesSince(eleven, daysLater(1)).value();
    const std::vector<FieldChange> expected{{ObservedField::Status, u"active"_s, u"inactive"_s, daysLater(2)},
                                            {ObservedField::Failure, {}, u"InvalidCredentials"_s, daysLater(2)},
                                            {ObservedField::FailureMessage, {}, u"It did not work"_s, daysLater(2)}};
    QCOMPARE(report.changes.size(), expected.size());
    QVERIFY(report.changes == expected);
    QVERIFY(file.changesSince(eleven, daysLater(2)).value().changes.empty());
}

void HistoryFileTest::whatWasBeforeTheFirstSightIsNotMadeUp()
{
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(!file.changesSince(eleven, monday).value().firstSeen.isValid());
    QVERIFY(file.record({observe(healthyConnection())}, daysLater(3)));
    ConnectionSummary off = healthyConnection();
    off.statusText = u"disabled"_s;
    QVERIFY(file.record({observe(off)}, daysLater(4)));
    const ChangeReport report = file.changesSince(eleven, monday).value();
    QCOMPARE(report.firstSeen, daysLater(3));
    QCOMPARE(report.changes.size(), 1U);
    QCOMPARE(report.changes.front().before, u"active"_s);
}

void HistoryFileTest::whatChangedAndChangedBackIsNoChange()
{
    HistoryFile file({});
    QVERIFY(file.open());
    ConnectionSummary off = healthyConnection();
    off.dailyRefresh = true;
    QVERIFY(file.record({observe(healthyConnection())}, monday));
    QVERIFY(file.record({observe(off)}, daysLater(1)));
    QVERIFY(file.record({observe(healthyConnection())}, daysLater(2)));
    QVERIFY(file.changesSince(eleven, monday).value().changes.empty());
    QCOMPARE(file.changesSince(eleven, daysLater(1)).value().changes.size(), 1U);
}

void HistoryFileTest::whatIsNotKnownAtASightStaysAsItWas()
{
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(file.record({observe(failingConnection(u"ProviderError"_s, monday))}, monday));
    ConnectionSummary running = healthyConnection();
    running.fetching = true;
    QCOMPARE(file.record({observe(running)}, daysLater(1)).value(), false);
    QCOMPARE(file.atBank(u"rabobank_nl"_s, monday).value().front().failingClass, u"ProviderError"_s);
}

void HistoryFileTest::aRemovedConnectionIsToldAndNotFoundAnyMore()
{
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(file.record({observe(healthyConnection()), observe(healthyConnection(u"12"_s))}, monday));
    QCOMPARE(file.recordGone(customer, {u"11"_s, u"12"_s}, daysLater(1)).value(), false);
    QCOMPARE(file.search(u"rabo"_s).value().size(), 2U);
    QCOMPARE(file.recordGone(customer, {u"12"_s}, daysLater(1)).value(), true);
    QCOMPARE(file.recordGone(customer, {}, daysLater(1)).value(), true);
    QVERIFY(file.search(u"rabo"_s).value().empty());
    QVERIFY(file.atBank(u"rabobank_nl"_s, monday).value().empty());
    const ChangeReport report = file.changesSince(eleven, monday).value();
    QCOMPARE(report.changes.size(), 1U);
    QVERIFY(report.changes.front().field == ObservedField::Presence);
}

void HistoryFileTest::aFailureCountsFromItsFirstSinceTheLastSuccess()
{
    HistoryFile file({});
    QVERIFY(file.open());
    const auto failingSince = [&file] { return file.atBank(u"rabobank_nl"_s, monday).value().front().failingSince; };
    const auto fail = [&file](int day) {
        return file.record({observe(failingConnection(u"ProviderError"_s, daysLater(day)))}, daysLater(day))
            .has_value();
    };
    QVERIFY(fail(1) && fail(2));
    QCOMPARE(failingSince(), daysLater(1));
    // It worked in between, unseen by this program.
    ConnectionSummary again = failingConnection(u"ProviderError"_s, daysLater(4));
    again.lastSuccessAt = daysLater(3);
    QVERIFY(file.record({observe(again)}, daysLater(4)));
    QCOMPARE(failingSince(), daysLater(4));
    QVERIFY(file.record({observe(healthyConnection())}, daysLater(5)));
    QVERIFY(!failingSince().isValid());
}

void HistoryFileTest::onlyConnectionsOfTheBankSeenLatelyAreCompared()
{
    HistoryFile file({});
    QVERIFY(file.open());
    ConnectionSummary elsewhere = healthyConnection(u"13"_s);
    elsewhere.providerCode = u"ing_nl"_s;
    QVERIFY(file.record({observe(healthyConnection(u"12"_s))}, monday));
    QVERIFY(file.record({observe(healthyConnection()), observe(elsewhere)}, daysLater(2)));
    const auto seen = file.atBank(u"rabobank_nl"_s, daysLater(1)).value();
    QCOMPARE(seen.size(), 1U);
    QCOMPARE(seen.front().connection, eleven);
}

void HistoryFileTest::whatSaysNothingAboutTheBankIsNotCompared_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("compared");
    QTest::addColumn<QString>("failing");
    QTest::newRow("a failure with a class") << u"classed"_s << 1 << u"ProviderError"_s;
    QTest::newRow("a failure without one still fails") << u"unclassed"_s << 1 << unnamedFailure;
    QTest::newRow("one that is switched off") << u"disabled"_s << 0 << QString();
    QTest::newRow("one first seen while its attempt runs") << u"running"_s << 0 << QString();
}

void HistoryFileTest::whatSaysNothingAboutTheBankIsNotCompared()
{
    QFETCH(const QString, what);
    QFETCH(const int, compared);
    QFETCH(const QString, failing);
    ConnectionSummary connection = failingConnection(what == u"unclassed"_s ? QString() : u"ProviderError"_s, monday);
    connection.status = what == u"disabled"_s ? api::ConnectionStatus::Disabled : api::ConnectionStatus::Active;
    connection.fetching = what == u"running"_s;
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(file.record({observe(connection)}, monday));
    const auto seen = file.atBank(u"rabobank_nl"_s, monday).value();
    QCOMPARE(int(seen.size()), compared);
    QCOMPARE(seen.empty() ? QString() : seen.front().failingClass, failing);
}

void HistoryFileTest::notesAreKeptNewestFirstUntilTheyAreRemoved()
{
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(file.addNote({.customer = customer, .connection = eleven, .writtenAt = monday, .text = u"first"_s}));
    QVERIFY(file.addNote({.customer = customer, .writtenAt = daysLater(1), .text = u"second\nline"_s}));
    QVERIFY(file.addNote({.customer = api::CustomerId(u"99"_s), .writtenAt = monday, .text = u"not his"_s}));
    const auto notes = file.notes(customer).value();
    QCOMPARE(notes.size(), 2U);
    QCOMPARE(notes[0].text, u"second\nline"_s);
    QCOMPARE(notes[1].connection, eleven);
    QCOMPARE(notes[1].writtenAt, monday);
    QVERIFY(file.removeNote(notes[0].id));
    QCOMPARE(file.notes(customer).value().size(), 1U);
}

void HistoryFileTest::findingTakesNoSignForAWildcard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hits");
    QTest::newRow("in a note") << u"card"_s << 1;
    QTest::newRow("whatever the case") << u"LOST"_s << 1;
    QTest::newRow("a tag") << u"#vip"_s << 1;
    QTest::newRow("a bank") << u"rabo"_s << 1;
    QTest::newRow("a customer") << u"helpdesk-22"_s << 1;
    QTest::newRow("percent") << u"5%"_s << 1;
    QTest::newRow("percent is no wildcard") << u"l%d"_s << 0;
    QTest::newRow("underscore is no wildcard") << u"r_bo"_s << 0;
    QTest::newRow("a backslash") << u"\\"_s << 1;
    QTest::newRow("a quote") << u"'"_s << 1;
    QTest::newRow("other letters than English ones") << u"MÜLLER"_s << 1;
    QTest::newRow("nothing like it") << u"zzz"_s << 0;
}

void HistoryFileTest::findingTakesNoSignForAWildcard()
{
    QFETCH(const QString, text);
    QFETCH(const int, hits);
    HistoryFile file({});
    QVERIFY(file.open());
    QVERIFY(file.record({observe(healthyConnection())}, monday));
    QVERIFY(file.addNote({.customer = customer,
                          .connection = eleven,
                          .writtenAt = monday,
                          .text = u"Lost card, 5% \\ 'x' #vip Müller"_s}));
    QCOMPARE(int(file.search(text).value().size()), hits);
}

void HistoryFileTest::aForgottenCustomerLeavesNoByteBehind()
{
    HistoryFile file(path());
    QVERIFY(file.open());
    ConnectionSummary other = healthyConnection(u"12"_s, u"33"_s);
    QVERIFY(file.record({observe(healthyConnection()), observe(other)}, monday));
    QVERIFY(file.addNote({.customer = customer, .writtenAt = monday, .text = u"unforgettable words"_s}));
    const auto holds = [this](const QByteArray &text) {
        return bytesOf(path()).contains(text) || bytesOf(path() + u"-wal"_s).contains(text);
    };
    QVERIFY(holds("unforgettable") && holds("helpdesk-22"));
    QVERIFY(file.forget(customer));
    QVERIFY(!holds("unforgettable"));
    QVERIFY(!holds("helpdesk-22"));
    QVERIFY(holds("helpdesk-33"));
    QVERIFY(file.notes(customer).value().empty());
    QVERIFY(!file.changesSince(eleven, monday).value().firstSeen.isValid());
}

void HistoryFileTest::aReaderWhoKeepsTheLogFromBeingEmptiedIsSaid()
{
    HistoryFile file(path());
    QVERIFY(file.open());
    QVERIFY(file.record({observe(healthyConnection())}, monday));
    OtherProgram other(path());
    QVERIFY(other.run(u"BEGIN"_s));
    QCOMPARE(other.value(u"SELECT count(*) FROM connection"_s).toInt(), 1);
    const auto forgotten = file.forget(customer);
    QVERIFY(!forgotten);
    QVERIFY(forgotten.error().kind == HistoryFault::Kind::Locked);
    QVERIFY(other.run(u"ROLLBACK"_s));
    QVERIFY(file.forget(customer));
}

void HistoryFileTest::whatIsTooOldGoesButNotTheValueThatLaterOnesAreComparedWith()
{
    HistoryFile file(path());
    QVERIFY(file.open());
    const std::array words{u"active"_s, u"inactive"_s, u"active"_s, u"disabled"_s};
    for (std::size_t day = 0; day < words.size(); ++day) {
        ConnectionSummary connection = healthyConnection();
        connection.statusText = words.at(day);
        QVERIFY(file.record({observe(connection)}, daysLater(int(day))));
    }
    QVERIFY(file.record({observe(healthyConnection(u"12"_s))}, monday));
    QVERIFY(file.addNote({.customer = customer, .writtenAt = monday, .text = u"stays"_s}));
    QVERIFY(file.prune(daysLater(2)));
    const ChangeReport report = file.changesSince(eleven, daysLater(2)).value();
    QCOMPARE(report.changes.size(), 1U);
    QCOMPARE(report.changes.front().before, u"active"_s);
    QCOMPARE(report.firstSeen, daysLater(2));
    QVERIFY(!file.changesSince(api::ConnectionId(u"12"_s), monday).value().firstSeen.isValid());
    QCOMPARE(file.notes(customer).value().size(), 1U);
    OtherProgram other(path());
    QCOMPARE(other.value(u"SELECT count(*) FROM change WHERE field = 'status'"_s).toInt(), 2);
}

void HistoryFileTest::onlyTheUserCanReadIt()
{
    HistoryFile file(path());
    QVERIFY(file.open());
    QVERIFY(file.record({observe(healthyConnection())}, monday));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFileInfo::exists(path() + end), qPrintable(end));
        QVERIFY2(!(QFile::permissions(path() + end) & others), qPrintable(end));
    }
}

void HistoryFileTest::itIsThereAfterARestart()
{
    for (const bool isFirst : {true, false}) {
        HistoryFile file(path());
        QVERIFY(file.open());
        QCOMPARE(file.record({observe(healthyConnection())}, monday).value(), isFirst);
        QVERIFY(file.setAside().isEmpty());
    }
}

void HistoryFileTest::aDamagedFileIsKeptAsideAndANewOneBegun_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("cut");
    QTest::newRow("something else") << QByteArray("this is no database at all, but long enough for one") << -1;
    QTest::newRow("a broken page") << QByteArray() << 5000;
    QTest::newRow("cut short") << QByteArray() << 0;
}

void HistoryFileTest::aDamagedFileIsKeptAsideAndANewOneBegun()
{
    QFETCH(const QByteArray, start);
    QFETCH(const int, cut);
    {
        HistoryFile file(path());
        QVERIFY(file.open());
        QVERIFY(file.record({observe(healthyConnection())}, monday));
    }
    QFile damaged(path());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    if (!start.isEmpty()) {
        damaged.write(start.repeated(100));
    } else if (cut == 0) {
        damaged.resize(damaged.size() - 4096);
    } else {
        damaged.seek(4096);
        damaged.write(QByteArray(cut, 'x'));
    }
    damaged.close();
    const QByteArray before = bytesOf(path());

    HistoryFile file(path());
    QVERIFY(file.open());
    QCOMPARE(bytesOf(file.setAside()), before);
    QVERIFY(file.setAside().contains(u"damaged"_s));
    QCOMPARE(file.record({observe(healthyConnection())}, monday).value(), true);
}

void HistoryFileTest::aNewerFileIsLeftAsItIs()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    {
        OtherProgram newer(path());
        QVERIFY(newer.run(u"CREATE TABLE change(a)"_s));
        QVERIFY(newer.run(u"PRAGMA user_version = %1"_s.arg(historyVersion + 1)));
    }
    const QByteArray before = bytesOf(path());
    HistoryFile file(path());
    const auto opened = file.open();
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == HistoryFault::Kind::Newer);
    QVERIFY(file.setAside().isEmpty());
    QCOMPARE(bytesOf(path()), before);
}

void HistoryFileTest::aLockedFileIsSaidToBeLocked()
{
    HistoryFile file(path());
    QVERIFY(file.open());
    OtherProgram other(path());
    QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
    const auto recorded = file.record({observe(healthyConnection())}, monday);
    QVERIFY(!recorded);
    QVERIFY(recorded.error().kind == HistoryFault::Kind::Locked);
    QVERIFY(other.run(u"ROLLBACK"_s));
    QVERIFY(file.record({observe(healthyConnection())}, monday));
}

void HistoryFileTest::aPlaceThatCantBeWrittenIsSaidSo()
{
    QFile inTheWay(m_folder->filePath(u"deep"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    HistoryFile file(path());
    const auto opened = file.open();
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == HistoryFault::Kind::NoPlace);
}

void HistoryFileTest::whatCantBeWrittenLeavesTheFileAsItWas()
{
    HistoryFile file(path());
    QVERIFY(file.open());
    QVERIFY(file.record({observe(healthyConnection())}, monday));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{rlim_t(QFileInfo(path() + u"-wal"_s).size() + 100), before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    std::vector<Observation> many;
    for (int i = 0; i < 500; ++i) {
        many.push_back(observe(healthyConnection(QString::number(i + 1000))));
    }
    const auto recorded = file.record(many, daysLater(1));
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!recorded);
    QCOMPARE(file.changesSince(eleven, monday).value().firstSeen, monday);
    QCOMPARE(file.atBank(u"rabobank_nl"_s, monday).value().size(), 1U);
    QVERIFY(file.record(many, daysLater(1)));
    QCOMPARE(file.atBank(u"rabobank_nl"_s, monday).value().size(), 501U);
}

void HistoryFileTest::twoProgramsShareIt()
{
    HistoryFile one(path());
    HistoryFile two(path());
    QVERIFY(one.open() && two.open());
    QVERIFY(one.record({observe(healthyConnection())}, monday));
    QCOMPARE(two.record({observe(healthyConnection())}, monday).value(), false);
    QVERIFY(two.addNote({.customer = customer, .writtenAt = monday, .text = u"seen by both"_s}));
    QCOMPARE(one.notes(customer).value().size(), 1U);
}

void HistoryFileTest::theCodesOfSqliteAreToldApart_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<HistoryFault::Kind>("kind");
    using Kind = HistoryFault::Kind;
    QTest::newRow("busy") << u"5"_s << Kind::Locked;
    QTest::newRow("busy snapshot") << u"517"_s << Kind::Locked;
    QTest::newRow("read-only") << u"8"_s << Kind::NoPlace;
    QTest::newRow("corrupt") << u"11"_s << Kind::Damaged;
    QTest::newRow("full") << u"13"_s << Kind::Full;
    QTest::newRow("can't open") << u"14"_s << Kind::NoPlace;
    QTest::newRow("not a database") << u"26"_s << Kind::Damaged;
    QTest::newRow("an I/O error") << u"778"_s << Kind::Failed;
    QTest::newRow("none") << QString() << Kind::Failed;
}

void HistoryFileTest::theCodesOfSqliteAreToldApart()
{
    QFETCH(const QString, code);
    QFETCH(const HistoryFault::Kind, kind);
    const HistoryFault fault = HistoryFault::of(QSqlError({}, u"words"_s, QSqlError::StatementError, code));
    QVERIFY(fault.kind == kind);
    QVERIFY(!fault.text().isEmpty());
}

QTEST_GUILESS_MAIN(HistoryFileTest)

#include "tst_historyfile.moc"
