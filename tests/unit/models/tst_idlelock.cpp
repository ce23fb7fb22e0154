// SPDX-License-Identifier: Apache-2.0
#include "privacy/IdleLock.h"
#include "testing/Intervals.h"
#include "testing/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace std::chrono_literals;
using models::IdleLock;

namespace {
/// Looked at every 10 ms, by a clock that only the test moves.
constexpr auto shortSpan = 100ms;
} // namespace

class IdleLockTest : public QObject
{
    Q_OBJECT

private slots:
    void itLocksOnceTheTimeIsOver();
    void activityPutsItOff();
    void theFirstTouchAfterTheTimeDoesNotComeTooEarly();
    void activityDoesNotOpenIt();
    void byHandItLocksAtOnce();
    void withoutASpanItNeverLocksByItself();
    void afterUnlockingTheTimeBeginsAnew();
    void aClockThatIsSetBackBeginsAnew();
};

void IdleLockTest::itLocksOnceTheTimeIsOver()
{
    testing::ManualClock clock;
    IdleLock lock(clock, shortSpan);
    QSignalSpy changed(&lock, &IdleLock::changed);
    clock.advance(shortSpan - 1ms);
    QVERIFY(testing::passIntervals(10ms));
    QVERIFY(!lock.isLocked());
    clock.advance(1ms);
    QTRY_VERIFY(lock.isLocked());
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.at(0).at(0).toBool());
}

void IdleLockTest::activityPutsItOff()
{
    testing::ManualClock clock;
    IdleLock lock(clock, shortSpan);
    for (int i = 0; i < 5; ++i) {
        clock.advance(60ms);
        lock.noticeActivity();
    }
    QVERIFY(testing::passIntervals(10ms));
    QVERIFY(!lock.isLocked());
}

void IdleLockTest::theFirstTouchAfterTheTimeDoesNotComeTooEarly()
{
    testing::ManualClock clock;
    IdleLock lock(clock, 10min);
    // The machine slept: no timer ran.
    clock.advance(2h);
    lock.noticeActivity();
    QVERIFY(lock.isLocked());
}

void IdleLockTest::activityDoesNotOpenIt()
{
    testing::ManualClock clock;
    IdleLock lock(clock, shortSpan);
    lock.lock();
    lock.noticeActivity();
    QVERIFY(lock.isLocked());
}

void IdleLockTest::byHandItLocksAtOnce()
{
    testing::ManualClock clock;
    IdleLock lock(clock);
    QCOMPARE(lock.span(), std::chrono::milliseconds(10min));
    QSignalSpy changed(&lock, &IdleLock::changed);
    lock.lock();
    lock.lock();
    QCOMPARE(changed.size(), 1);
    lock.unlock();
    lock.unlock();
    QCOMPARE(changed.size(), 2);
}

void IdleLockTest::withoutASpanItNeverLocksByItself()
{
    testing::ManualClock clock;
    IdleLock lock(clock, shortSpan);
    lock.setSpan(0ms);
    clock.advance(24h);
    lock.noticeActivity();
    QVERIFY(testing::passIntervals(10ms));
    QVERIFY(!lock.isLocked());
    lock.lock();
    QVERIFY(lock.isLocked());
}

void IdleLockTest::afterUnlockingTheTimeBeginsAnew()
{
    testing::ManualClock clock;
    IdleLock lock(clock, shortSpan);
    lock.lock();
    clock.advance(1h);
    lock.unlock();
    QVERIFY(testing::passIntervals(10ms));
    QVERIFY(!lock.isLocked());
    clock.advance(shortSpan);
    QTRY_VERIFY(lock.isLocked());
}

void IdleLockTest::aClockThatIsSetBackBeginsAnew()
{
    testing::ManualClock clock;
    IdleLock lock(clock, shortSpan);
    clock.advance(-1h);
    QVERIFY(testing::passIntervals(10ms));
    clock.advance(shortSpan);
    QTRY_VERIFY(lock.isLocked());
}

QTEST_GUILESS_MAIN(IdleLockTest)
#include "tst_idlelock.moc"
