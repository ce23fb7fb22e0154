// SPDX-License-Identifier: Apache-2.0
#include "environment/Environment.h"
#include "environment/WriteLock.h"
#include "resources/ConnectionsApi.h"
#include "support/Bench.h"
#include "testing/Arrival.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Environment live{.kind = EnvironmentKind::Live};

Environment forbidden(EnvironmentKind kind)
{
    return {.kind = kind, .readOnlyByPolicy = true};
}

} // namespace

class WriteLockTest : public QObject
{
    Q_OBJECT

private slots:
    void liveStartsLockedAndTheGateIsTheClients();
    void elsewhereWritesAreAlwaysOn();
    void unlockingOpensTheGateForTenMinutes();
    void theTimeLeftIsTheClocks();
    void itLocksAgainByItself();
    void whatHasRunOutCountsBeforeAnyTimerLooks_data();
    void whatHasRunOutCountsBeforeAnyTimerLooks();
    void goingAwayLocks();
    void unlockingAgainProlongs();
    void lockingByHandIsToldOnce();
    void anUnlockNeedsAReason_data();
    void anUnlockNeedsAReason();
    void theReasonEndsWithItsUnlock();
    void aPolicyIsNotUnlocked_data();
    void aPolicyIsNotUnlocked();
    void everyEnvironmentHasItsWord();
};

void WriteLockTest::liveStartsLockedAndTheGateIsTheClients()
{
    Bench bench;
    const WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.isLocked());
    QVERIFY(lock.canLock() && lock.canUnlock());
    QVERIFY(bench.client.isReadOnly());
    QCOMPARE(lock.left(), 0s);
}

void WriteLockTest::elsewhereWritesAreAlwaysOn()
{
    for (const EnvironmentKind kind : {EnvironmentKind::Sandbox, EnvironmentKind::Test}) {
        Bench bench;
        WriteLock lock(bench.client, bench.clock, {.kind = kind});
        QSignalSpy changed(&lock, &WriteLock::changed);
        QVERIFY(!lock.isLocked());
        QVERIFY(!lock.canLock() && !lock.canUnlock());
        lock.lock();
        QVERIFY(!bench.client.isReadOnly());
        QVERIFY(lock.unlock({}));
        QCOMPARE(lock.left(), 0s);
        QCOMPARE(changed.size(), 0);
    }
}

void WriteLockTest::unlockingOpensTheGateForTenMinutes()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QSignalSpy changed(&lock, &WriteLock::changed);
    QVERIFY(lock.unlock(u"ticket 4711"_s));
    QVERIFY(!lock.isLocked());
    QVERIFY(!bench.client.isReadOnly());
    QCOMPARE(lock.left(), 600s);
    QCOMPARE(changed.size(), 1);
}

void WriteLockTest::theTimeLeftIsTheClocks()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.unlock(u"4711"_s));
    bench.clock.advance(570s);
    QCOMPARE(lock.left(), 30s);
    bench.clock.advance(600s);
    QCOMPARE(lock.left(), 0s);
}

void WriteLockTest::itLocksAgainByItself()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.unlock(u"4711"_s));
    QSignalSpy changed(&lock, &WriteLock::changed);
    bench.clock.advance(600s);
    QTRY_VERIFY(lock.isLocked());
    QVERIFY(bench.client.isReadOnly());
    QCOMPARE(changed.size(), 1);
}

void WriteLockTest::whatHasRunOutCountsBeforeAnyTimerLooks_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("just unlocked") << 0 << true;
    QTest::newRow("a second before the end") << 599 << true;
    QTest::newRow("at the end") << 600 << false;
    QTest::newRow("after a night's sleep") << 30'000 << false;
    // It would stretch the ten minutes.
    QTest::newRow("the clock was set back") << -3600 << false;
}

void WriteLockTest::whatHasRunOutCountsBeforeAnyTimerLooks()
{
    QFETCH(const int, seconds);
    QFETCH(const bool, leaves);
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.unlock(u"4711"_s));
    bench.clock.advance(std::chrono::seconds(seconds));
    testing::Arrival<api::ConnectionDocument> refresh(
        api::ConnectionsApi(bench.client).refresh(api::ConnectionId(u"11"_s)));
    QVERIFY(refresh.wait());
    QCOMPARE(bench.network.count(u"PUT"_s), leaves ? 1 : 0);
    QCOMPARE(refresh.error().kind == api::ErrorKind::ReadOnly, !leaves);
}

void WriteLockTest::goingAwayLocks()
{
    Bench bench;
    {
        WriteLock lock(bench.client, bench.clock, live);
        QVERIFY(lock.unlock(u"4711"_s));
        QVERIFY(!bench.client.isReadOnly());
    }
    QVERIFY(bench.client.isReadOnly());
}

void WriteLockTest::unlockingAgainProlongs()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.unlock(u"4711"_s));
    bench.clock.advance(400s);
    QVERIFY(lock.unlock(u"4712"_s));
    QCOMPARE(lock.left(), 600s);
    QCOMPARE(lock.reason(), u"4712"_s);
}

void WriteLockTest::lockingByHandIsToldOnce()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.unlock(u"4711"_s));
    QSignalSpy changed(&lock, &WriteLock::changed);
    lock.lock();
    lock.lock();
    QVERIFY(lock.isLocked());
    QCOMPARE(lock.left(), 0s);
    QCOMPARE(changed.size(), 1);
}

void WriteLockTest::anUnlockNeedsAReason_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("objection");
    QTest::newRow("a ticket") << u"#4711"_s << QString();
    QTest::newRow("any script") << u"клиент просит обновить 🙂"_s << QString();
    QTest::newRow("the longest") << QString(200, u'x') << QString();
    QTest::newRow("the longest with spaces around") << QString(u"  "_s + QString(200, u'x') + u"  "_s) << QString();
    QTest::newRow("nothing") << QString() << u"what the change is for"_s;
    QTest::newRow("spaces") << u" \t "_s << u"what the change is for"_s;
    QTest::newRow("two lines") << u"4711\n4712"_s << u"single line"_s;
    QTest::newRow("a line separator") << u"4711\u20284712"_s << u"single line"_s;
    QTest::newRow("a control character") << u"4711\u001b[2J"_s << u"single line"_s;
    QTest::newRow("too long") << QString(201, u'x') << u"no longer than 200"_s;
}

void WriteLockTest::anUnlockNeedsAReason()
{
    QFETCH(const QString, reason);
    QFETCH(const QString, objection);
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QCOMPARE(lock.objectionTo(reason).has_value(), !objection.isEmpty());
    const auto unlocked = lock.unlock(reason);
    QCOMPARE(unlocked.has_value(), objection.isEmpty());
    QCOMPARE(bench.client.isReadOnly(), !objection.isEmpty());
    if (!unlocked) {
        QVERIFY2(unlocked.error().contains(objection), qPrintable(unlocked.error()));
        QVERIFY(lock.reason().isEmpty());
    } else {
        QCOMPARE(lock.reason(), reason.trimmed());
    }
}

void WriteLockTest::theReasonEndsWithItsUnlock()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, live);
    QVERIFY(lock.unlock(u"4711"_s));
    lock.lock();
    QVERIFY(lock.reason().isEmpty());
}

void WriteLockTest::aPolicyIsNotUnlocked_data()
{
    QTest::addColumn<EnvironmentKind>("kind");
    QTest::newRow("sandbox") << EnvironmentKind::Sandbox;
    QTest::newRow("test") << EnvironmentKind::Test;
    QTest::newRow("live") << EnvironmentKind::Live;
}

void WriteLockTest::aPolicyIsNotUnlocked()
{
    QFETCH(const EnvironmentKind, kind);
    Bench bench;
    WriteLock lock(bench.client, bench.clock, forbidden(kind));
    QSignalSpy changed(&lock, &WriteLock::changed);
    QVERIFY(lock.isLocked());
    QVERIFY(lock.canLock() && !lock.canUnlock());
    const auto unlocked = lock.unlock(u"4711"_s);
    QVERIFY(!unlocked);
    QVERIFY2(unlocked.error().contains(u"policy"), qPrintable(unlocked.error()));
    QVERIFY(bench.client.isReadOnly());
    QCOMPARE(changed.size(), 0);
}

void WriteLockTest::everyEnvironmentHasItsWord()
{
    QCOMPARE(environmentWord(EnvironmentKind::Sandbox), u"SANDBOX"_s);
    QCOMPARE(environmentWord(EnvironmentKind::Test), u"TEST"_s);
    QCOMPARE(environmentWord(EnvironmentKind::Live), u"LIVE"_s);
}

QTEST_GUILESS_MAIN(WriteLockTest)
#include "tst_writelock.moc"
