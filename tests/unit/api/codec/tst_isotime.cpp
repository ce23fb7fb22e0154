// SPDX-License-Identifier: Apache-2.0
#include "codec/IsoTime.h"

#include <QTest>

using namespace saltdesk::api;

Q_DECLARE_METATYPE(std::string)

class TestIsoTime : public QObject
{
    Q_OBJECT

private slots:
    void everyLegalFormIsRead_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QDateTime>("expected");
        const QDateTime base(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC);
        QTest::newRow("reference") << std::string("2020-09-07T10:35:46Z") << base;
        QTest::newRow("lower case") << std::string("2020-09-07t10:35:46z") << base;
        QTest::newRow("milliseconds") << std::string("2020-09-07T10:35:46.250Z") << base.addMSecs(250);
        QTest::newRow("one digit") << std::string("2020-09-07T10:35:46.5Z") << base.addMSecs(500);
        QTest::newRow("nanoseconds") << std::string("2020-09-07T10:35:46.123456789Z") << base.addMSecs(123);
        QTest::newRow("comma") << std::string("2020-09-07T10:35:46,250Z") << base.addMSecs(250);
        QTest::newRow("east") << std::string("2020-09-07T13:35:46+03:00") << base;
        QTest::newRow("west, over midnight") << std::string("2020-09-06T23:05:46-11:30") << base;
        QTest::newRow("offset without colon") << std::string("2020-09-07T13:35:46+0300") << base;
        QTest::newRow("offset of hours") << std::string("2020-09-07T13:35:46+03") << base;
        QTest::newRow("no zone is UTC") << std::string("2020-09-07T10:35:46") << base;
        QTest::newRow("space") << std::string("2020-09-07 10:35:46Z") << base;
        QTest::newRow("ruby") << std::string("2020-09-07 10:35:46 UTC") << base;
        QTest::newRow("no seconds") << std::string("2020-09-07T10:35Z") << base.addSecs(-46);
        QTest::newRow("date only") << std::string("2020-09-07") << QDateTime(QDate(2020, 9, 7), QTime(0, 0), Qt::UTC);
        QTest::newRow("leap day") << std::string("2020-02-29T00:00:00Z")
                                  << QDateTime(QDate(2020, 2, 29), QTime(0, 0), Qt::UTC);
        QTest::newRow("leap second") << std::string("2016-12-31T23:59:60Z")
                                     << QDateTime(QDate(2017, 1, 1), QTime(0, 0), Qt::UTC);
        QTest::newRow("before 1970") << std::string("1969-12-31T23:59:59Z")
                                     << QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59), Qt::UTC);
        QTest::newRow("year 1") << std::string("0001-01-01T00:00:00Z")
                                << QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
        QTest::newRow("year 9999") << std::string("9999-12-31T23:59:59Z")
                                   << QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
    }

    void everyLegalFormIsRead()
    {
        QFETCH(std::string, text);
        QFETCH(QDateTime, expected);
        const std::optional<QDateTime> moment = parseIsoDateTime(text);
        QVERIFY(moment);
        QCOMPARE(*moment, expected);
        QCOMPARE(moment->timeSpec(), Qt::UTC);
        const std::optional<IsoMoment> packed = parseIsoMoment(text);
        QVERIFY(packed);
        QCOMPARE(packed->seconds * 1000 + packed->milliseconds, expected.toMSecsSinceEpoch());
    }

    void everyDayAgreesWithQt()
    {
        for (QDate day(1899, 12, 1); day < QDate(2101, 2, 1); day = day.addDays(1)) {
            const std::optional<IsoMoment> moment = parseIsoMoment(day.toString(Qt::ISODate).toStdString());
            QVERIFY(moment);
            QCOMPARE(moment->seconds, QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
        }
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        const char *texts[] = {"",
                               "never",
                               "2020",
                               "2020-09",
                               "2020-9-7",
                               "2020-13-01",
                               "2020-00-01",
                               "2020-02-30",
                               "2019-02-29",
                               "1900-02-29",
                               "0000-01-01",
                               "-2020-01-01",
                               "2020-09-07T",
                               "2020-09-07T10",
                               "2020-09-07T24:00:00Z",
                               "2020-09-07T10:60:00Z",
                               "2020-09-07T10:35:61Z",
                               "2020-09-07T10:35:46.Z",
                               "2020-09-07T10:35:46ZZ",
                               "2020-09-07T10:35:46+",
                               "2020-09-07T10:35:46+24:00",
                               "2020-09-07T10:35:46+03:",
                               "2020-09-07T10:35:46 CET",
                               "2020-09-07X10:35:46Z",
                               " 2020-09-07",
                               "2020-09-07 ",
                               "2020/09/07",
                               "1599474946"};
        for (const char *text : texts) {
            QTest::newRow(*text == '\0' ? "empty" : text) << std::string(text);
        }
    }

    void nonsenseIsRefused()
    {
        QFETCH(std::string, text);
        QVERIFY(!parseIsoMoment(text));
        QVERIFY(!parseIsoDateTime(text));
        QVERIFY(!parseIsoDate(text));
    }

    void theDayIsTheOneThatIsWritten()
    {
        QCOMPARE(parseIsoDate("2020-09-07"), QDate(2020, 9, 7));
        QCOMPARE(parseIsoDate("2020-09-07T23:30:00-05:00"), QDate(2020, 9, 7));
        QCOMPARE(parseIsoDate("2020-09-07T00:30:00+05:00"), QDate(2020, 9, 7));
    }
};

QTEST_APPLESS_MAIN(TestIsoTime)
#include "tst_isotime.moc"
