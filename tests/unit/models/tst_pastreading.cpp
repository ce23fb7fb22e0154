// SPDX-License-Identifier: Apache-2.0
#include "localhistory/PastReading.h"

#include "support/RowSpec.h"
#include "support/Sights.h"
#include "testing/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class PastReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void aDayBeginsWhereItBeginsHere_data();
    void aDayBeginsWhereItBeginsHere();
    void everyFieldHasANameAndAWord();
    void valuesAreSaidInWords_data();
    void valuesAreSaidInWords();
    void whatIsOpenIsReadAndReadAgain();
    void anotherConnectionForgetsTheLast();
    void theDayCanBeChosen();
};

void PastReadingTest::aDayBeginsWhereItBeginsHere_data()
{
    QTest::addColumn<int>("daysOn");
    QTest::addColumn<SinceWhen>("since");
    QTest::addColumn<QDate>("begins");
    // startOfTime() is Monday, 23 November 2026.
    QTest::newRow("today") << 0 << SinceWhen::Today << QDate(2026, 11, 23);
    QTest::newRow("yesterday") << 0 << SinceWhen::Yesterday << QDate(2026, 11, 22);
    QTest::newRow("on a Monday, the one before") << 0 << SinceWhen::Monday << QDate(2026, 11, 16);
    QTest::newRow("on a Tuesday, yesterday") << 1 << SinceWhen::Monday << QDate(2026, 11, 23);
    QTest::newRow("on a Sunday, six days ago") << 6 << SinceWhen::Monday << QDate(2026, 11, 23);
    QTest::newRow("thirty days") << 0 << SinceWhen::ThirtyDays << QDate(2026, 10, 24);
    QTest::newRow("ever") << 0 << SinceWhen::Ever << QDate(1970, 1, 1);
}

void PastReadingTest::aDayBeginsWhereItBeginsHere()
{
    QFETCH(const int, daysOn);
    QFETCH(const SinceWhen, since);
    QFETCH(const QDate, begins);
    const QDateTime start = startOf(since, startOfTime().addDays(daysOn));
    QCOMPARE(start.toLocalTime().date(), begins);
    QCOMPARE(start.toLocalTime().time(), QTime(0, 0));
    QCOMPARE(start.timeSpec(), Qt::UTC);
}

void PastReadingTest::everyFieldHasANameAndAWord()
{
    for (const ObservedField field : observedFields) {
        QVERIFY(observedFieldNamed(observedFieldName(field)) == field);
        QVERIFY(!observedFieldWord(field).isEmpty());
    }
    QVERIFY(!observedFieldNamed(u"of a later version"_s));
}

void PastReadingTest::valuesAreSaidInWords_data()
{
    QTest::addColumn<ObservedField>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("a word of the API stays") << ObservedField::Status << u"inactive"_s << u"inactive"_s;
    QTest::newRow("nothing") << ObservedField::Failure << QString() << u"none"_s;
    QTest::newRow("never") << ObservedField::LastSuccess << QString() << u"never"_s;
    QTest::newRow("on") << ObservedField::DailyRefresh << u"true"_s << u"on"_s;
    QTest::newRow("off") << ObservedField::DailyRefresh << u"false"_s << u"off"_s;
    QTest::newRow("a time") << ObservedField::LastSuccess << u"2026-11-23T10:42:07Z"_s << u"23 Nov 2026 10:42 UTC"_s;
    QTest::newRow("no time where there should be one") << ObservedField::ConsentEnd << u"soon"_s << u"soon"_s;
}

void PastReadingTest::valuesAreSaidInWords()
{
    QFETCH(const ObservedField, field);
    QFETCH(const QString, value);
    QFETCH(const QString, words);
    QCOMPARE(observedValueText(field, value), words);
}

void PastReadingTest::whatIsOpenIsReadAndReadAgain()
{
    ManualClock clock;
    LocalHistory history({}, clock);
    PastReading past(history, clock);
    const ConnectionSummary connection = healthyConnection();
    past.open(connection);
    QTRY_VERIFY(past.report() && past.bankShare());
    QVERIFY(!past.report()->firstSeen.isValid());
    history.record({observe(connection)});
    QTRY_COMPARE(past.report()->firstSeen, clock.now());
    QTRY_COMPARE(past.bankShare()->seen, 1);
    const auto added = history.addNote(connection.customerId, connection.id, u"words"_s);
    QTRY_COMPARE(past.notes().size(), 1U);
    QVERIFY(added.future().result());
}

void PastReadingTest::anotherConnectionForgetsTheLast()
{
    ManualClock clock;
    LocalHistory history({}, clock);
    PastReading past(history, clock);
    const auto added = history.addNote(api::CustomerId(u"22"_s), {}, u"words"_s);
    history.record({observe(healthyConnection())});
    past.open(healthyConnection());
    QTRY_VERIFY(past.report() && !past.notes().empty());
    QVERIFY(added.future().result());
    QSignalSpy arrived(&past, &PastReading::arrived);
    past.open(healthyConnection(u"31"_s, u"33"_s));
    QCOMPARE(arrived.count(), 1);
    QVERIFY(!past.report() && !past.bankShare() && past.notes().empty());
    QTRY_VERIFY(past.report() && past.bankShare());
    QVERIFY(!past.report()->firstSeen.isValid());
    past.open(std::nullopt);
    QVERIFY(!past.report());
}

void PastReadingTest::theDayCanBeChosen()
{
    ManualClock clock;
    LocalHistory history({}, clock);
    PastReading past(history, clock);
    history.record({observe(healthyConnection())});
    clock.advance(48h);
    history.record({observe(failingConnection(u"ProviderError"_s, clock.now()))});
    clock.advance(24h);
    past.open(healthyConnection());
    past.setSince(SinceWhen::Ever);
    QTRY_VERIFY(past.report() && past.report()->changes.size() == 2);
    past.setSince(SinceWhen::Today);
    QTRY_VERIFY(past.report()->changes.empty());
}

QTEST_GUILESS_MAIN(PastReadingTest)

#include "tst_pastreading.moc"
