// SPDX-License-Identifier: Apache-2.0
#include "environment/Environment.h"
#include "environment/WriteLock.h"
#include "support/Bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class WriteLockTest : public QObject
{
    Q_OBJECT

private slots:
    void liveStartsLockedAndTheGateIsTheClients();
    void elsewhereWritesAreAlwaysOn();
    void unlockingOpensTheGateForAWhile();
    void theTimeLeftIsTheClocks();
    void itLocksAgainByItself();
    void unlockingAgainProlongs();
    void lockingByHandIsToldOnce();
    void everyEnvironmentHasItsWord();
};

void WriteLockTest::liveStartsLockedAndTheGateIsTheClients()
{
    Bench bench;
    const WriteLock lock(bench.client, bench.clock, true);
    QVERIFY(lock.isLocked());
    QVERIFY(lock.canLock());
    QVERIFY(bench.client.isReadOnly());
    QCOMPARE(lock.left(), 0s);
}

void WriteLockTest::elsewhereWritesAreAlwaysOn()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, false);
    QSignalSpy changed(&lock, &WriteLock::changed);
    QVERIFY(!lock.isLocked());
    QVERIFY(!lock.canLock());
    lock.lock();
    QVERIFY(!bench.client.isReadOnly());
    lock.unlock();
    QCOMPARE(lock.left(), 0s);
    QCOMPARE(changed.size(), 0);
}

void WriteLockTest::unlockingOpensTheGateForAWhile()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, true);
    QSignalSpy changed(&lock, &WriteLock::changed);
    lock.unlock();
    QVERIFY(!lock.isLocked());
    QVERIFY(!bench.client.isReadOnly());
    QCOMPARE(lock.left(), 600s);
    QCOMPARE(changed.size(), 1);
}

void WriteLockTest::theTimeLeftIsTheClocks()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, true);
    lock.unlock(std::chrono::minutes{3});
    bench.clock.advance(150s);
    QCOMPARE(lock.left(), 30s);
    bench.clock.advance(600s);
    QCOMPARE(lock.left(), 0s);
}

void WriteLockTest::itLocksAgainByItself()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, true);
    lock.unlock();
    QSignalSpy changed(&lock, &WriteLock::changed);
    bench.clock.advance(600s);
    QTRY_VERIFY(lock.isLocked());
    QVERIFY(bench.client.isReadOnly());
    QCOMPARE(changed.size(), 1);
}

void WriteLockTest::unlockingAgainProlongs()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, true);
    lock.unlock();
    bench.clock.advance(400s);
    lock.unlock();
    QCOMPARE(lock.left(), 600s);
}

void WriteLockTest::lockingByHandIsToldOnce()
{
    Bench bench;
    WriteLock lock(bench.client, bench.clock, true);
    lock.unlock();
    QSignalSpy changed(&lock, &WriteLock::changed);
    lock.lock();
    lock.lock();
    QVERIFY(lock.isLocked());
    QCOMPARE(lock.left(), 0s);
    QCOMPARE(changed.size(), 1);
}

void WriteLockTest::everyEnvironmentHasItsWord()
{
    QCOMPARE(environmentWord(EnvironmentKind::Sandbox), u"SANDBOX"_s);
    QCOMPARE(environmentWord(EnvironmentKind::Test), u"TEST"_s);
    QCOMPARE(environmentWord(EnvironmentKind::Live), u"LIVE"_s);
}

QTEST_GUILESS_MAIN(WriteLockTest)
#include "tst_writelock.moc"
