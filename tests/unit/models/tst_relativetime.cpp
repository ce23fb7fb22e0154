// SPDX-License-Identifier: Apache-2.0
#include "time/RelativeTime.h"

#include <QTest>

#include <ctime>

using namespace saltdesk::models;
using namespace std::chrono_literals;

class RelativeTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDistanceIsSaidInItsLargestUnit_data();
    void aDistanceIsSaidInItsLargestUnit();
    void noTimeIsNoText();
    void anAbsoluteTimeNamesItsZoneAndUtc();
    void aLocalTimeIsOneLine();
    void aTimeInAnotherZoneIsTheSameMoment();
    void aCountdownShowsMinutesAndSeconds_data();
    void aCountdownShowsMinutesAndSeconds();
};

void RelativeTimeTest::initTestCase()
{
    qputenv("TZ", "EET-2");
    tzset();
}

void RelativeTimeTest::aDistanceIsSaidInItsLargestUnit_data()
{
    QTest::addColumn<qint64>("secondsAhead");
    QTest::addColumn<QString>("text");
    const qint64 minute = 60;
    const qint64 hour = 3600;
    const qint64 day = 86400;
    QTest::newRow("this second") << qint64{0} << "now";
    QTest::newRow("one second ago") << qint64{-1} << "just now";
    QTest::newRow("59 s ago") << qint64{-59} << "just now";
    QTest::newRow("one minute ago") << -minute << "1 min ago";
    QTest::newRow("12 min ago") << -12 * minute - 59 << "12 min ago";
    QTest::newRow("59 min ago") << -hour + 1 << "59 min ago";
    QTest::newRow("an hour ago") << -hour << "1 h ago";
    QTest::newRow("3 h ago") << -3 * hour << "3 h ago";
    QTest::newRow("23 h ago") << -day + 1 << "23 h ago";
    QTest::newRow("a day ago, singular") << -day << "1 day ago";
    QTest::newRow("not yet two days") << -2 * day + 1 << "1 day ago";
    QTest::newRow("9 days ago") << -9 * day - hour << "9 days ago";
    QTest::newRow("90 days ago") << -90 * day << "90 days ago";
    QTest::newRow("a quarter ago") << -91 * day << "3 months ago";
    QTest::newRow("4 months ago") << -125 * day << "4 months ago";
    QTest::newRow("24 months ago") << -729 * day << "24 months ago";
    QTest::newRow("2 years ago") << -730 * day << "2 years ago";
    QTest::newRow("in a second: a minute, so that nobody comes too early") << qint64{1} << "in 1 min";
    QTest::newRow("in 60 s") << minute << "in 1 min";
    QTest::newRow("in 61 s") << minute + 1 << "in 2 min";
    QTest::newRow("in 12 min") << 12 * minute << "in 12 min";
    QTest::newRow("in 59 min") << 59 * minute << "in 59 min";
    QTest::newRow("nearly an hour") << hour - 1 << "in 1 h";
    QTest::newRow("in 5 h") << 5 * hour + minute << "in 5 h";
    QTest::newRow("tomorrow") << day << "in 1 day";
    QTest::newRow("in 3 days, not rounded up") << 4 * day - 1 << "in 3 days";
    QTest::newRow("in 80 days") << 80 * day << "in 80 days";
    QTest::newRow("in 6 months") << 180 * day << "in 6 months";
    QTest::newRow("in 3 years") << 3 * 365 * day << "in 3 years";
}

void RelativeTimeTest::aDistanceIsSaidInItsLargestUnit()
{
    QFETCH(qint64, secondsAhead);
    const QDateTime now(QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC);
    QTEST(relativeTime(now.addSecs(secondsAhead), now), "text");
}

void RelativeTimeTest::noTimeIsNoText()
{
    const QDateTime now(QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC);
    QCOMPARE(relativeTime({}, now), QString());
    QCOMPARE(relativeTime(now, {}), QString());
    QCOMPARE(absoluteTime({}), QString());
    QCOMPARE(localTime({}), QString());
}

void RelativeTimeTest::anAbsoluteTimeNamesItsZoneAndUtc()
{
    const QDateTime when(QDate(2026, 11, 14), QTime(8, 35, 2), Qt::UTC);
    QCOMPARE(absoluteTime(when), QStringLiteral("14 Nov 2026 10:35:02 EET\n14 Nov 2026 08:35:02 UTC"));
}

void RelativeTimeTest::aLocalTimeIsOneLine()
{
    const QDateTime when(QDate(2026, 11, 14), QTime(23, 35, 2), Qt::UTC);
    QCOMPARE(localTime(when), QStringLiteral("15 Nov 2026 01:35 EET"));
}

void RelativeTimeTest::aTimeInAnotherZoneIsTheSameMoment()
{
    const QDateTime utc(QDate(2026, 11, 14), QTime(8, 35, 2), Qt::UTC);
    const QDateTime elsewhere = utc.toOffsetFromUtc(-5 * 3600);
    QCOMPARE(absoluteTime(elsewhere), absoluteTime(utc));
    QCOMPARE(relativeTime(elsewhere, utc.addSecs(120)), QStringLiteral("2 min ago"));
}

void RelativeTimeTest::aCountdownShowsMinutesAndSeconds_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("over") << qint64{0} << "0:00";
    QTest::newRow("below zero stays zero") << qint64{-5} << "0:00";
    QTest::newRow("seconds") << qint64{47} << "0:47";
    QTest::newRow("a minute") << qint64{60} << "1:00";
    QTest::newRow("minutes") << qint64{12 * 60 + 5} << "12:05";
    QTest::newRow("an hour") << qint64{3600} << "1:00:00";
    QTest::newRow("hours") << qint64{3600 + 2 * 60 + 9} << "1:02:09";
    QTest::newRow("days are hours") << qint64{30 * 3600} << "30:00:00";
}

void RelativeTimeTest::aCountdownShowsMinutesAndSeconds()
{
    QFETCH(qint64, seconds);
    QTEST(countdown(std::chrono::seconds{seconds}), "text");
}

QTEST_GUILESS_MAIN(RelativeTimeTest)
#include "tst_relativetime.moc"
