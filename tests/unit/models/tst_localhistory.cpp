// SPDX-License-Identifier: Apache-2.0
#include "localhistory/LocalHistory.h"

#include "localhistory/HistorySchema.h"
#include "support/Sights.h"
#include "testing/ManualClock.h"
#include "transport/Secret.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const api::ConnectionId eleven(u"11"_s);
const api::CustomerId customer(u"22"_s);

template <class T>
[[nodiscard]] std::optional<T> resultOf(const HistoryAnswer<T> &answer)
{
    const QFuture<HistoryResult<T>> future = answer.future();
    const bool ended = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
    return ended && future.result() ? std::optional(*future.result()) : std::nullopt;
}

[[nodiscard]] HistoryResult<void> ended(const HistoryAnswer<void> &answer)
{
    const QFuture<HistoryResult<void>> future = answer.future();
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000)) {
        return tl::unexpected(HistoryFault{HistoryFault::Kind::Failed, u"never ended"_s});
    }
    return future.result();
}

} // namespace

class LocalHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatWasSeenIsToldAgain();
    void aSightThatIsNoNewsIsNoSignal();
    void withoutAPathNothingIsWritten();
    void anAccountWithoutANameHasNoPath();
    void aNoteIsKeptWithoutTheSecretThatWasPastedIntoIt();
    void whileItIsLockedSightsWaitAndNotesAreRefused();
    void lockedAtTheStartItIsOpenedLater();
    void aNewerFileIsSaidAndTheSessionGoesOnInMemory();
    void aDamagedFileIsSaid();
    void nothingIsRecordedWhileRecordingIsOff();
    void whatIsOlderThanTheRetentionGoes();
    void aForgottenCustomerIsGoneAlsoFromWhatWaits();
    void forgettingReachesTheFilesOfOtherAccountsAndDamagedOnes();
    void whatWaitsIsDroppedWhenRecordingIsSwitchedOff();
    void askedAtTheVeryEndItStillEnds();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"history.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void LocalHistoryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void LocalHistoryTest::whatWasSeenIsToldAgain()
{
    const QDateTime before = m_clock.now();
    {
        LocalHistory history(path(), m_clock);
        history.record({observe(healthyConnection())});
        ConnectionSummary broken = failingConnection(u"ProviderError"_s, m_clock.now());
        m_clock.advance(1h);
        history.record({observe(broken)});
    }
    LocalHistory history(path(), m_clock);
    const auto report = resultOf(history.changesSince(eleven, before));
    QVERIFY(report);
    QCOMPARE(report->firstSeen, before);
    QCOMPARE(report->changes.size(), 2U);
    const auto seen = resultOf(history.atBank(u"rabobank_nl"_s));
    QVERIFY(seen && seen->size() == 1);
    m_clock.advance(25h);
    QVERIFY(resultOf(history.atBank(u"rabobank_nl"_s))->empty());
    QVERIFY(history.condition().isEmpty());
}

void LocalHistoryTest::aSightThatIsNoNewsIsNoSignal()
{
    LocalHistory history(path(), m_clock);
    QSignalSpy changed(&history, &LocalHistory::changed);
    history.record({observe(healthyConnection())});
    QTRY_COMPARE(changed.count(), 1);
    history.record({observe(healthyConnection())});
    history.record({observe(healthyConnection(u"12"_s))});
    QTRY_COMPARE(changed.count(), 2);
}

void LocalHistoryTest::withoutAPathNothingIsWritten()
{
    LocalHistory history({}, m_clock);
    history.record({observe(healthyConnection())});
    QVERIFY(ended(history.addNote(customer, eleven, u"words"_s)));
    QCOMPARE(resultOf(history.notes(customer))->size(), 1U);
    QVERIFY(resultOf(history.changesSince(eleven, m_clock.now()))->firstSeen.isValid());
    QVERIFY(history.condition().isEmpty());
}

void LocalHistoryTest::anAccountWithoutANameHasNoPath()
{
    QVERIFY(LocalHistory::pathOf({}).isEmpty());
    QVERIFY(LocalHistory::pathOf(u"abc"_s).endsWith(u"/history-abc.sqlite"_s));
}

void LocalHistoryTest::aNoteIsKeptWithoutTheSecretThatWasPastedIntoIt()
{
    const api::Secret secret(QByteArray("correct-horse-battery"));
    LocalHistory history(path(), m_clock);
    QSignalSpy changed(&history, &LocalHistory::notesChanged);
    QVERIFY(ended(history.addNote(customer, eleven, u"  he said correct-horse-battery\n#vip "_s)));
    QTRY_COMPARE(changed.count(), 1);
    const auto notes = resultOf(history.notes(customer));
    QCOMPARE(notes->front().text, u"he said •••\n#vip"_s);
    QCOMPARE(notes->front().writtenAt, m_clock.now());
    QCOMPARE(resultOf(history.search(u"#VIP"_s))->front().customer, customer);
    QVERIFY(ended(history.removeNote(notes->front().id)));
    QTRY_COMPARE(changed.count(), 2);
}

void LocalHistoryTest::whileItIsLockedSightsWaitAndNotesAreRefused()
{
    LocalHistory history(path(), m_clock, nullptr, 50ms);
    QVERIFY(ended(history.addNote(customer, eleven, u"first"_s)));
    QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
    other.setDatabaseName(path());
    QVERIFY(other.open());
    QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));

    history.record({observe(healthyConnection())});
    const auto refused = ended(history.addNote(customer, eleven, u"second"_s));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == HistoryFault::Kind::Locked);
    QTRY_VERIFY(history.condition().contains(u"holds the local history"_s));

    QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
    QTRY_VERIFY_WITH_TIMEOUT(history.condition().isEmpty(), 10'000);
    QVERIFY(resultOf(history.changesSince(eleven, m_clock.now()))->firstSeen.isValid());
    QVERIFY(ended(history.addNote(customer, eleven, u"second"_s)));
    other = {};
    QSqlDatabase::removeDatabase(u"other"_s);
}

void LocalHistoryTest::lockedAtTheStartItIsOpenedLater()
{
    {
        LocalHistory history(path(), m_clock);
        QVERIFY(ended(history.addNote(customer, eleven, u"from before"_s)));
    }
    QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
    other.setDatabaseName(path());
    QVERIFY(other.open());
    QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));

    LocalHistory history(path(), m_clock, nullptr, 50ms);
    history.record({observe(healthyConnection())});
    QTRY_VERIFY(history.condition().contains(u"tried again"_s));
    const auto refused = ended(history.addNote(customer, eleven, u"now"_s));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == HistoryFault::Kind::Locked);

    QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
    QTRY_VERIFY_WITH_TIMEOUT(history.condition().isEmpty(), 10'000);
    QCOMPARE(resultOf(history.notes(customer))->front().text, u"from before"_s);
    QTRY_VERIFY(resultOf(history.changesSince(eleven, m_clock.now()))->firstSeen.isValid());
    other = {};
    QSqlDatabase::removeDatabase(u"other"_s);
}

void LocalHistoryTest::aNewerFileIsSaidAndTheSessionGoesOnInMemory()
{
    {
        QSqlDatabase newer = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        newer.setDatabaseName(path());
        QVERIFY(newer.open());
        QVERIFY(QSqlQuery(newer).exec(u"PRAGMA user_version = %1"_s.arg(historyVersion + 1)));
        newer = {};
        QSqlDatabase::removeDatabase(u"newer"_s);
    }
    const qint64 size = QFileInfo(path()).size();
    LocalHistory history(path(), m_clock);
    QTRY_VERIFY(history.condition().contains(u"newer Saltdesk"_s));
    QVERIFY(ended(history.addNote(customer, eleven, u"words"_s)));
    history.record({observe(healthyConnection())});
    QVERIFY(resultOf(history.changesSince(eleven, m_clock.now()))->firstSeen.isValid());
    QVERIFY(history.condition().contains(u"newer Saltdesk"_s));
    QVERIFY(!history.forget(customer));
    QCOMPARE(QFileInfo(path()).size(), size);
}

void LocalHistoryTest::aDamagedFileIsSaid()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("not a database").repeated(500));
    file.close();
    LocalHistory history(path(), m_clock);
    QTRY_VERIFY(history.condition().contains(u"damaged"_s));
    QVERIFY(history.condition().contains(u"history.sqlite.damaged-"_s));
    QVERIFY(ended(history.addNote(customer, eleven, u"words"_s)));
}

void LocalHistoryTest::nothingIsRecordedWhileRecordingIsOff()
{
    LocalHistory history(path(), m_clock);
    history.setRetention(std::chrono::days::zero());
    history.record({observe(healthyConnection())});
    QVERIFY(!resultOf(history.changesSince(eleven, m_clock.now()))->firstSeen.isValid());
    QVERIFY(ended(history.addNote(customer, eleven, u"words"_s)));
    QCOMPARE(resultOf(history.notes(customer))->size(), 1U);
}

void LocalHistoryTest::whatIsOlderThanTheRetentionGoes()
{
    LocalHistory history(path(), m_clock);
    history.record({observe(healthyConnection())});
    m_clock.advance(24h * 31);
    history.record({observe(healthyConnection(u"12"_s))});
    history.setRetention(std::chrono::days{30});
    QVERIFY(!resultOf(history.changesSince(eleven, m_clock.now()))->firstSeen.isValid());
    QVERIFY(resultOf(history.changesSince(api::ConnectionId(u"12"_s), m_clock.now()))->firstSeen.isValid());
}

void LocalHistoryTest::aForgottenCustomerIsGoneAlsoFromWhatWaits()
{
    LocalHistory history(path(), m_clock);
    QVERIFY(ended(history.addNote(customer, eleven, u"words"_s)));
    history.record({observe(healthyConnection())});
    history.record({observe(healthyConnection(u"12"_s))});
    history.record({observe(healthyConnection(u"13"_s, u"33"_s))});
    QVERIFY(history.forget(customer));
    QVERIFY(resultOf(history.notes(customer))->empty());
    QTRY_VERIFY(resultOf(history.changesSince(api::ConnectionId(u"13"_s), m_clock.now()))->firstSeen.isValid());
    for (const QString &id : {u"11"_s, u"12"_s}) {
        QVERIFY(!resultOf(history.changesSince(api::ConnectionId(id), m_clock.now()))->firstSeen.isValid());
    }
}

void LocalHistoryTest::forgettingReachesTheFilesOfOtherAccountsAndDamagedOnes()
{
    const QString otherPath = m_folder->filePath(u"history-other.sqlite"_s);
    const QString damaged = m_folder->filePath(u"history-other.sqlite.damaged-20261101-000000000"_s);
    {
        LocalHistory other(otherPath, m_clock);
        QVERIFY(ended(other.addNote(customer, eleven, u"unforgettable"_s)));
        QVERIFY(ended(other.addNote(api::CustomerId(u"33"_s), eleven, u"stays"_s)));
    }
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    {
        LocalHistory history(m_folder->filePath(u"history-mine.sqlite"_s), m_clock);
        QVERIFY(history.forget(customer));
    }
    QVERIFY(!QFile::exists(damaged));
    LocalHistory other(otherPath, m_clock);
    QVERIFY(resultOf(other.notes(customer))->empty());
    QCOMPARE(resultOf(other.notes(api::CustomerId(u"33"_s)))->size(), 1U);
}

void LocalHistoryTest::whatWaitsIsDroppedWhenRecordingIsSwitchedOff()
{
    {
        LocalHistory history(path(), m_clock);
        history.record({observe(healthyConnection())});
        history.record({observe(healthyConnection(u"12"_s))});
        history.setRetention(std::chrono::days::zero());
        m_clock.advance(1s);
    }
    LocalHistory history(path(), m_clock);
    QVERIFY(!resultOf(history.changesSince(api::ConnectionId(u"12"_s), m_clock.now()))->firstSeen.isValid());
}

void LocalHistoryTest::askedAtTheVeryEndItStillEnds()
{
    QFuture<HistoryResult<std::vector<Note>>> asked;
    {
        LocalHistory history(path(), m_clock);
        asked = history.notes(customer).future();
    }
    QVERIFY(asked.isFinished());
    QVERIFY(asked.result());
}

QTEST_GUILESS_MAIN(LocalHistoryTest)

#include "tst_localhistory.moc"
