// SPDX-License-Identifier: Apache-2.0
#include "clock/ManualClock.h"
#include "clock/ScaledClock.h"
#include "clock/Times.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class SandboxClockTest : public QObject
{
    Q_OBJECT

private slots:
    void aScaledClockRunsFaster();
    void realTimeIsTheMachines();
    void aManualClockStandsStill();
    void momentsAreWrittenAsTheApiDoes();
    void momentsAreRead_data();
    void momentsAreRead();
};

void SandboxClockTest::aScaledClockRunsFaster()
{
    const ScaledClock clock(100000);
    const Instant before = clock.now();
    const Instant wallBefore = clock.wall();
    QTRY_VERIFY(clock.now() - before > std::chrono::minutes(10));
    QVERIFY(clock.wall() - wallBefore < std::chrono::minutes(5));
}

void SandboxClockTest::realTimeIsTheMachines()
{
    const ScaledClock clock(1);
    const auto machine = std::chrono::system_clock::now();
    QVERIFY(std::chrono::abs(clock.now() - machine) < std::chrono::minutes(1));
    QVERIFY(std::chrono::abs(clock.now() - clock.wall()) < std::chrono::minutes(1));
}

void SandboxClockTest::aManualClockStandsStill()
{
    ManualClock clock(Instant(std::chrono::seconds(100)));
    QVERIFY(clock.now() == clock.wall());
    clock.advance(std::chrono::seconds(5));
    QVERIFY(clock.now() == Instant(std::chrono::seconds(105)));
    clock.set(Instant(std::chrono::seconds(1)));
    QVERIFY(clock.now() == Instant(std::chrono::seconds(1)));
}

void SandboxClockTest::momentsAreWrittenAsTheApiDoes()
{
    const Instant at(std::chrono::milliseconds(1599474946789));
    QCOMPARE(isoText(at), u"2020-09-07T10:35:46Z"_s);
    QCOMPARE(isoValue(at), QJsonValue(u"2020-09-07T10:35:46Z"_s));
    QVERIFY(isoValue(std::nullopt).isNull());
    QCOMPARE(httpDate(at), QByteArray("Mon, 07 Sep 2020 10:35:46 GMT"));
    QCOMPARE(utcDate(at), QDate(2020, 9, 7));
    QCOMPARE(dateValue(QDate(2020, 9, 7)), QJsonValue(u"2020-09-07"_s));
    QVERIFY(dateValue({}).isNull());
}

void SandboxClockTest::momentsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("milliseconds");
    QTest::newRow("utc") << u"2020-09-07T10:35:46Z"_s << 1599474946000LL;
    QTest::newRow("milliseconds") << u"2020-09-07T10:35:46.789Z"_s << 1599474946789LL;
    QTest::newRow("offset") << u"2020-09-07T12:35:46+02:00"_s << 1599474946000LL;
    QTest::newRow("date only") << u"2020-09-07"_s << -1LL;
    QTest::newRow("words") << u"yesterday"_s << -1LL;
    QTest::newRow("empty") << QString() << -1LL;
}

void SandboxClockTest::momentsAreRead()
{
    QFETCH(QString, text);
    const auto read = parseIso(text);
    QTEST(static_cast<qlonglong>(read ? read->time_since_epoch().count() : -1), "milliseconds");
}

QTEST_GUILESS_MAIN(SandboxClockTest)
#include "tst_sandboxclock.moc"
