// SPDX-License-Identifier: Apache-2.0
#include "connections/CellText.h"
#include "support/StoreOf.h"

#include <QTest>

#include <ctime>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Column = saltdesk::models::ConnectionColumn;

Q_DECLARE_METATYPE(saltdesk::models::ConnectionColumn)

namespace {

const QString label = u"helpdesk-000123"_s;

/// The cells of one row.
struct Cells
{
    explicit Cells(const RowSpec &spec, const std::vector<api::Consent> &consents = {}, const QString &customer = label)
        : customerLabel(customer)
    {
        fill(store, {spec});
        (void)store.setConsents(consents, api::PackedTime(startOfTime().toSecsSinceEpoch()));
    }
    [[nodiscard]] QString display(Column column) const { return text().display(0, column); }
    [[nodiscard]] QString toolTip(Column column) const { return text().toolTip(0, column); }
    [[nodiscard]] QString accessible(Column column) const { return text().accessible(0, column); }
    [[nodiscard]] QVariant raw(Column column) const { return text().raw(0, column); }
    [[nodiscard]] CellText text() const { return {store, customerLabel, startOfTime()}; }

    RowStore store;
    QString customerLabel;
};

} // namespace

class CellTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theDrawingReadsAsDrawn_data();
    void theDrawingReadsAsDrawn();
    void whatIsNotThereIsADash_data();
    void whatIsNotThereIsADash();
    void aConsentSaysHowItStands_data();
    void aConsentSaysHowItStands();
    void aRunningAttemptSaysItsStage_data();
    void aRunningAttemptSaysItsStage();
    void anUnknownStatusIsShownAsTheApiNamesIt();
    void withoutALabelTheCustomerIsHisId();
    void aTimeAheadOfTheClockHasOnlyJustBeen();
    void toolTipsShowBothAbsoluteForms();
    void toolTipsShowWhatTheCellLeavesOut();
    void aScreenReaderHearsWordsForSigns();
    void rawValuesAreTextsAndTimesInUtc();
    void everyColumnHasATitle();
};

void CellTextTest::initTestCase()
{
    qputenv("TZ", "EET-2");
    tzset();
}

void CellTextTest::theDrawingReadsAsDrawn_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("cells");
    const auto drawn = [](int row, const QStringList &cells) { QTest::addRow("%d", row) << row << cells; };
    drawn(0, {u"Needs you"_s, u"Fakebank Simple"_s, u"XF"_s, label, u"9 days ago"_s, u"now"_s, u"9 days ago"_s,
              u"InvalidCredentials"_s, u"in 41 days"_s, u"111111111111111111"_s});
    drawn(1, {u"Asks"_s, u"Fake Bank with SMS"_s, u"XF"_s, label, u"2 h ago"_s, u"after this"_s, u"question waiting"_s,
              u"–"_s, u"in 80 days"_s, u"111111111111111112"_s});
    drawn(2, {u"Fetching"_s, u"Demobank"_s, u"XF"_s, label, u"3 h ago"_s, u"after this"_s, u"fetch_recent"_s, u"–"_s,
              u"in 12 days"_s, u"111111111111111113"_s});
    drawn(3, {u"Expiring"_s, u"Banca Transilvania"_s, u"RO"_s, label, u"1 h ago"_s, u"in 12 min"_s, u"1 h ago"_s,
              u"–"_s, u"in 3 days"_s, u"111111111111111114"_s});
    drawn(4, {u"Healthy"_s, u"Rabobank"_s, u"NL"_s, label, u"12 min ago"_s, u"in 48 min"_s, u"12 min ago"_s, u"–"_s,
              u"in 61 days"_s, u"111111111111111115"_s});
    drawn(5, {u"Healthy"_s, u"Revolut"_s, u"LT"_s, label, u"31 min ago"_s, u"in 29 min"_s, u"31 min ago"_s, u"–"_s,
              u"in 77 days"_s, u"111111111111111116"_s});
    drawn(6, {u"Disabled"_s, u"Old Savings Bank"_s, u"DE"_s, label, u"4 months ago"_s, u"–"_s, u"3 months ago"_s,
              u"ProviderDisabled"_s, u"expired"_s, u"111111111111111117"_s});
}

void CellTextTest::theDrawingReadsAsDrawn()
{
    QFETCH(int, row);
    const Cells cells(drawnRows()[row], drawnConsents());
    QStringList texts;
    for (int column = 0; column < connectionColumnCount; ++column) {
        texts.append(cells.display(static_cast<Column>(column)));
    }
    QTEST(texts, "cells");
}

void CellTextTest::whatIsNotThereIsADash_data()
{
    QTest::addColumn<Column>("column");
    QTest::newRow("bank") << Column::Bank;
    QTest::newRow("country") << Column::Country;
    QTest::newRow("last success: never") << Column::LastSuccess;
    QTest::newRow("next refresh: not now") << Column::NextRefresh;
    QTest::newRow("last attempt: none") << Column::LastAttempt;
    QTest::newRow("error: none") << Column::Error;
}

void CellTextTest::whatIsNotThereIsADash()
{
    QFETCH(Column, column);
    const Cells cells({.id = u"1"_s, .bank = {}, .bankCode = {}, .country = {}, .succeededAgo = {}});
    QCOMPARE(cells.display(column), u"–"_s);
    QCOMPARE(cells.accessible(column), u"none"_s);
}

void CellTextTest::aConsentSaysHowItStands_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("endsIn");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, ConsentKind kind, std::chrono::seconds endsIn, const QString &text) {
        QTest::newRow(name) << static_cast<int>(kind) << qint64{endsIn.count()} << text;
    };
    row("ends in days", ConsentKind::Active, 41 * 24h, u"in 41 days"_s);
    row("ends in an hour", ConsentKind::Active, 1h, u"in 1 h"_s);
    row("active, but its time ran out", ConsentKind::Active, -1s, u"expired"_s);
    row("ends this very second", ConsentKind::Active, 0s, u"expired"_s);
    row("expired", ConsentKind::Expired, -24h, u"expired"_s);
    row("revoked before its time", ConsentKind::Revoked, 24h, u"revoked"_s);
}

void CellTextTest::aConsentSaysHowItStands()
{
    QFETCH(int, kind);
    QFETCH(qint64, endsIn);
    const Cells cells({.id = u"1"_s},
                      {consentOf(u"1"_s, static_cast<ConsentKind>(kind), std::chrono::seconds{endsIn})});
    QTEST(cells.display(Column::ConsentEnds), "text");
    const Cells endless({.id = u"1"_s}, {consentOf(u"1"_s, ConsentKind::Active, {})});
    QCOMPARE(endless.display(Column::ConsentEnds), u"no end"_s);
    const Cells unknown({.id = u"1"_s});
    QCOMPARE(unknown.display(Column::ConsentEnds), QString());
    QCOMPARE(unknown.accessible(Column::ConsentEnds), u"unknown"_s);
}

void CellTextTest::aRunningAttemptSaysItsStage_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<QString>("text");
    QTest::newRow("a stage") << u"connect"_s << false << u"connect"_s;
    QTest::newRow("the question") << u"interactive"_s << false << u"question waiting"_s;
    QTest::newRow("a stage nobody knows") << u"teleport"_s << false << u"teleport"_s;
    QTest::newRow("no stage yet") << QString() << false << u"–"_s;
    QTest::newRow("over") << u"finish"_s << true << u"12 min ago"_s;
    QTest::newRow("over at the question") << u"interactive"_s << true << u"12 min ago"_s;
}

void CellTextTest::aRunningAttemptSaysItsStage()
{
    QFETCH(QString, stage);
    QFETCH(bool, finished);
    const Cells cells({.id = u"1"_s, .attempt = u"7"_s, .stage = stage, .stageId = u"8"_s, .finished = finished});
    QTEST(cells.display(Column::LastAttempt), "text");
    QCOMPARE(cells.display(Column::NextRefresh), finished ? u"–"_s : u"after this"_s);
}

void CellTextTest::anUnknownStatusIsShownAsTheApiNamesIt()
{
    const Cells named({.id = u"1"_s, .status = u"hibernating"_s});
    QCOMPARE(named.display(Column::State), u"hibernating"_s);
    QCOMPARE(named.accessible(Column::State), u"hibernating"_s);
    const Cells nameless({.id = u"1"_s, .status = {}});
    QCOMPARE(nameless.display(Column::State), u"Unknown"_s);
}

void CellTextTest::withoutALabelTheCustomerIsHisId()
{
    const Cells cells({.id = u"1"_s}, {}, {});
    QCOMPARE(cells.display(Column::Customer), u"222222222222222222"_s);
}

void CellTextTest::aTimeAheadOfTheClockHasOnlyJustBeen()
{
    const Cells cells({.id = u"1"_s, .succeededAgo = -3s});
    QCOMPARE(cells.display(Column::LastSuccess), u"now"_s);
}

void CellTextTest::toolTipsShowBothAbsoluteForms()
{
    const Cells cells(drawnRows()[3], drawnConsents());
    QCOMPARE(cells.toolTip(Column::LastSuccess), u"23 Nov 2026 11:42:07 EET\n23 Nov 2026 09:42:07 UTC"_s);
    QCOMPARE(cells.toolTip(Column::NextRefresh), u"23 Nov 2026 12:54:07 EET\n23 Nov 2026 10:54:07 UTC"_s);
    QVERIFY(cells.toolTip(Column::LastAttempt).endsWith("UTC"_L1));
    QVERIFY(cells.toolTip(Column::ConsentEnds).startsWith("26 Nov 2026"_L1));
    QCOMPARE(Cells({.id = u"1"_s, .succeededAgo = {}}).toolTip(Column::LastSuccess), QString());
}

void CellTextTest::toolTipsShowWhatTheCellLeavesOut()
{
    const Cells cells(drawnRows()[0]);
    QCOMPARE(cells.toolTip(Column::State), u"Status of the API: inactive"_s);
    QCOMPARE(cells.toolTip(Column::Bank), u"fakebank_simple_xf"_s);
    QCOMPARE(cells.toolTip(Column::Customer), u"222222222222222222"_s);
    QCOMPARE(cells.toolTip(Column::Error), u"Invalid credentials."_s);
    QCOMPARE(cells.toolTip(Column::Country), QString());
}

void CellTextTest::aScreenReaderHearsWordsForSigns()
{
    const Cells cells(drawnRows()[1], drawnConsents());
    QCOMPARE(cells.accessible(Column::State), u"Asks"_s);
    QCOMPARE(cells.accessible(Column::Error), u"none"_s);
    QCOMPARE(cells.accessible(Column::ConsentEnds), u"in 80 days"_s);
}

void CellTextTest::rawValuesAreTextsAndTimesInUtc()
{
    const Cells cells(drawnRows()[0], drawnConsents());
    QCOMPARE(cells.raw(Column::State), QVariant(u"inactive"_s));
    QCOMPARE(cells.raw(Column::Bank), QVariant(u"Fakebank Simple"_s));
    QCOMPARE(cells.raw(Column::Country), QVariant(u"XF"_s));
    QCOMPARE(cells.raw(Column::Customer), QVariant(label));
    QCOMPARE(cells.raw(Column::Error), QVariant(u"InvalidCredentials"_s));
    QCOMPARE(cells.raw(Column::ConnectionId), QVariant(u"111111111111111111"_s));
    QCOMPARE(cells.raw(Column::NextRefresh).toDateTime(), startOfTime());
    QCOMPARE(cells.raw(Column::NextRefresh).toDateTime().timeSpec(), Qt::UTC);
    QCOMPARE(cells.raw(Column::ConsentEnds).toDateTime(), startOfTime().addDays(41).addSecs(3600));
    QVERIFY(!Cells({.id = u"1"_s, .succeededAgo = {}}).raw(Column::LastSuccess).toDateTime().isValid());
}

void CellTextTest::everyColumnHasATitle()
{
    QStringList titles;
    for (int column = 0; column < connectionColumnCount; ++column) {
        titles.append(columnTitle(static_cast<Column>(column)));
    }
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.removeDuplicates(), qsizetype{0});
    QCOMPARE(titles.first(), u"State"_s);
    QCOMPARE(titles.last(), u"Connection"_s);
}

QTEST_GUILESS_MAIN(CellTextTest)
#include "tst_celltext.moc"
