// SPDX-License-Identifier: Apache-2.0
#include "testing/ManualClock.h"
#include "transport/ServerClock.h"

#include <QTest>

using namespace saltdesk;
using namespace std::chrono_literals;

class TestServerClock : public QObject
{
    Q_OBJECT

private slots:
    void beforeAnAnswerItIsTheLocalTime();
    void itFollowsTheServer_data();
    void itFollowsTheServer();
    void anInvalidTimeTeachesNothing();
    void itGoesOnWithTheLocalClock();
};

void TestServerClock::beforeAnAnswerItIsTheLocalTime()
{
    const testing::ManualClock local;
    const api::ServerClock clock(local);
    QCOMPARE(clock.now(), local.now());
    QCOMPARE(clock.offset(), 0ms);
}

void TestServerClock::itFollowsTheServer_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("expected");
    QTest::newRow("an hour ahead") << 3'600'000 << 3'600'000;
    QTest::newRow("five minutes behind") << -300'000 << -300'000;
    QTest::newRow("rounding noise") << -1'900 << 0;
    QTest::newRow("two seconds") << 2'000 << 2'000;
}

void TestServerClock::itFollowsTheServer()
{
    QFETCH(int, milliseconds);
    QFETCH(int, expected);
    const testing::ManualClock local;
    api::ServerClock clock(local);

    clock.learn(local.now().addMSecs(milliseconds));

    QCOMPARE(clock.offset(), std::chrono::milliseconds(expected));
    QCOMPARE(clock.now(), local.now().addMSecs(expected));
}

void TestServerClock::anInvalidTimeTeachesNothing()
{
    const testing::ManualClock local;
    api::ServerClock clock(local);
    clock.learn(local.now().addSecs(100));

    clock.learn(QDateTime());

    QCOMPARE(clock.offset(), 100s);
}

void TestServerClock::itGoesOnWithTheLocalClock()
{
    testing::ManualClock local;
    api::ServerClock clock(local);
    clock.learn(local.now().addSecs(60));
    const QDateTime before = clock.now();

    local.advance(5s);

    QCOMPARE(before.secsTo(clock.now()), 5);
}

QTEST_GUILESS_MAIN(TestServerClock)
#include "tst_serverclock.moc"
