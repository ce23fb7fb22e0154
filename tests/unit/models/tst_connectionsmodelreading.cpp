// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsModel.h"
#include "support/MirrorView.h"
#include "support/RowSpec.h"
#include "testing/ManualClock.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Table
{
    void read(const QList<RowSpec> &rows, bool complete = true)
    {
        model.beginReading(customerNamed(u"helpdesk-000123"_s));
        model.addPage(pageOf(rows));
        model.endReading(complete);
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids.append(model.idAt(row).toString());
        }
        return ids;
    }

    ManualClock clock;
    ConnectionsModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    MirrorView mirror{model};
};

RowSpec row(const QString &id, const QString &bank = u"A"_s)
{
    return {.id = id, .bank = bank};
}

RowSpec failing(const QString &id)
{
    return {.id = id, .status = u"inactive"_s};
}

QList<RowSpec> randomRows(QRandomGenerator &random, int most)
{
    QList<RowSpec> rows;
    for (int i = 1; i <= most; ++i) {
        if (random.bounded(4) != 0) {
            RowSpec made = row(QString::number(i), u"Bank %1"_s.arg(random.bounded(3)));
            made.status = random.bounded(4) == 0 ? u"inactive"_s : u"active"_s;
            rows.append(made);
        }
    }
    return rows;
}

} // namespace

class ConnectionsModelReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesOfTheFirstReadingAppearAsTheyArrive();
    void theFirstReadingEndsInTheCustomaryOrder();
    void pagesInAnyOrderAreTaken();
    void aFirstReadingCutShortKeepsItsRows();
    void aReReadingIsAppliedAtItsEnd();
    void aReReadingThatBringsNothingNewIsSilent();
    void aReReadingKeepsTheOrderOfTheRowsThatStay();
    void newRowsComeAfterThoseThatStay();
    void rowsThatWereNotSeenGo();
    void rowsThatWereNotSeenStayWhenTheListWasCutShort();
    void theSelectionSurvivesAReReading();
    void aReReadingJudgesTheFilterAnew();
    void manyChangesAreOneReset();
    void anotherCustomerEmptiesTheTable();
    void aSightDuringAReadingIsFresherThanTheReading();
    void aRemovalDuringAReadingIsNotUndoneByIt();
    void warningsOfAllPagesAreKept();
    void warningsOfAReReadingReplaceTheOld();
    void oddIdsAreRowsAsAnyOther_data();
    void oddIdsAreRowsAsAnyOther();
    void textsFromRightToLeftComeThroughUnchanged();
    void randomReadingsAgreeWithTheListThatWasRead_data();
    void randomReadingsAgreeWithTheListThatWasRead();
};

void ConnectionsModelReadingTest::pagesOfTheFirstReadingAppearAsTheyArrive()
{
    Table table;
    table.model.beginReading(customerNamed(u"a"_s));
    table.model.addPage(pageOf({row(u"1"_s), row(u"2"_s)}));
    QCOMPARE(table.model.rowCount(), 2);
    table.model.addPage(pageOf({failing(u"3"_s)}));
    QCOMPARE(table.ids(), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(table.mirror.insertions, 2);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::theFirstReadingEndsInTheCustomaryOrder()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s), failing(u"3"_s)});
    QCOMPARE(table.ids(), QStringList({u"3"_s, u"1"_s, u"2"_s}));
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::pagesInAnyOrderAreTaken()
{
    Table table;
    table.model.beginReading(customerNamed(u"a"_s));
    table.model.addPage(pageOf({row(u"7"_s), row(u"5"_s)}));
    table.model.addPage(pageOf({row(u"6"_s), row(u"9"_s), row(u"5"_s, u"newer"_s)}));
    table.model.addPage(pageOf({}));
    table.model.endReading(true);
    QCOMPARE(table.ids(), QStringList({u"5"_s, u"6"_s, u"7"_s, u"9"_s}));
    QCOMPARE(table.model.summary(api::ConnectionId(u"5"_s))->providerName, u"newer"_s);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::aFirstReadingCutShortKeepsItsRows()
{
    Table table;
    table.read({row(u"1"_s)}, false);
    QCOMPARE(table.model.total(), 1);
    table.read({row(u"1"_s), row(u"2"_s)});
    QCOMPARE(table.model.total(), 2);
}

void ConnectionsModelReadingTest::aReReadingIsAppliedAtItsEnd()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s)});
    table.model.beginReading(customerNamed(u"helpdesk-000123"_s));
    table.model.addPage(pageOf({row(u"1"_s, u"B"_s)}));
    table.model.addPage(pageOf({row(u"3"_s)}));
    QCOMPARE(table.ids(), QStringList({u"1"_s, u"2"_s}));
    QCOMPARE(table.model.summary(api::ConnectionId(u"1"_s))->providerName, u"A"_s);
    table.model.endReading(true);
    QCOMPARE(table.ids(), QStringList({u"1"_s, u"3"_s}));
    QCOMPARE(table.model.summary(api::ConnectionId(u"1"_s))->providerName, u"B"_s);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::aReReadingThatBringsNothingNewIsSilent()
{
    Table table;
    table.read(drawnRows());
    QSignalSpy changed(&table.model, &ConnectionsModel::connectionChanged);
    table.mirror.forgetCounts();
    table.read(drawnRows());
    QCOMPARE(table.mirror.resets + table.mirror.insertions + table.mirror.removals + table.mirror.changes +
                 table.mirror.layouts,
             0);
    QCOMPARE(changed.size(), 0);
}

void ConnectionsModelReadingTest::aReReadingKeepsTheOrderOfTheRowsThatStay()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s), row(u"3"_s)});
    table.read({row(u"1"_s), row(u"2"_s), failing(u"3"_s)});
    QCOMPARE(table.ids(), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    table.model.sort(-1);
    QCOMPARE(table.ids(), QStringList({u"3"_s, u"1"_s, u"2"_s}));
}

void ConnectionsModelReadingTest::newRowsComeAfterThoseThatStay()
{
    Table table;
    table.read({row(u"5"_s), row(u"6"_s)});
    table.read({row(u"1"_s), row(u"5"_s), row(u"6"_s), failing(u"9"_s)});
    QCOMPARE(table.ids(), QStringList({u"5"_s, u"6"_s, u"9"_s, u"1"_s}));
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::rowsThatWereNotSeenGo()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s), row(u"3"_s)});
    QSignalSpy changed(&table.model, &ConnectionsModel::connectionChanged);
    table.read({row(u"2"_s)});
    QCOMPARE(table.ids(), QStringList({u"2"_s}));
    QCOMPARE(changed.size(), 2);
    table.read({});
    QCOMPARE(table.model.total(), 0);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::rowsThatWereNotSeenStayWhenTheListWasCutShort()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s)});
    table.read({row(u"1"_s, u"B"_s)}, false);
    QCOMPARE(table.ids(), QStringList({u"1"_s, u"2"_s}));
    QCOMPARE(table.model.summary(api::ConnectionId(u"1"_s))->providerName, u"B"_s);
}

void ConnectionsModelReadingTest::theSelectionSurvivesAReReading()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s), row(u"3"_s), row(u"4"_s)});
    QItemSelectionModel selection(&table.model);
    selection.select(table.model.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.read({row(u"2"_s), row(u"3"_s, u"changed"_s), row(u"5"_s)});
    QCOMPARE(selection.selectedRows().size(), qsizetype{1});
    QCOMPARE(selection.selectedRows().first().data(ConnectionsModel::IdRole).toString(), u"3"_s);
}

void ConnectionsModelReadingTest::aReReadingJudgesTheFilterAnew()
{
    Table table;
    table.read({failing(u"1"_s), failing(u"2"_s), row(u"3"_s)});
    table.model.setFilter({}, Chip::NeedsYou);
    QCOMPARE(table.ids(), QStringList({u"1"_s, u"2"_s}));
    table.read({row(u"1"_s), failing(u"2"_s), failing(u"3"_s)});
    QStringList ids = table.ids();
    ids.sort();
    QCOMPARE(ids, QStringList({u"2"_s, u"3"_s}));
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::manyChangesAreOneReset()
{
    QList<RowSpec> before;
    QList<RowSpec> after;
    for (int i = 1; i <= 200; ++i) {
        before.append(row(QString::number(i)));
        if (i % 2 == 0) {
            after.append(row(QString::number(i)));
        }
    }
    Table table;
    table.read(before);
    table.mirror.forgetCounts();
    table.read(after);
    QCOMPARE(table.mirror.resets, 1);
    QCOMPARE(table.mirror.removals, 0);
    QCOMPARE(table.model.rowCount(), 100);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::anotherCustomerEmptiesTheTable()
{
    Table table;
    table.read({row(u"1"_s)});
    table.model.beginReading(customerNamed(u"other"_s, u"333"_s));
    QCOMPARE(table.model.total(), 0);
    table.model.addPage(pageOf({row(u"7"_s)}));
    QCOMPARE(table.ids(), QStringList({u"7"_s}));
    table.model.endReading(true);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::aSightDuringAReadingIsFresherThanTheReading()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s)});
    table.model.beginReading(customerNamed(u"helpdesk-000123"_s));
    table.model.addPage(pageOf({row(u"1"_s, u"old"_s), row(u"2"_s)}));
    table.model.updateRows(pageOf({row(u"1"_s, u"fresh"_s), row(u"9"_s, u"created"_s)}));
    table.model.endReading(true);
    QCOMPARE(table.model.summary(api::ConnectionId(u"1"_s))->providerName, u"fresh"_s);
    QVERIFY(table.model.summary(api::ConnectionId(u"9"_s)));
    QCOMPARE(table.model.total(), 3);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::aRemovalDuringAReadingIsNotUndoneByIt()
{
    Table table;
    table.read({row(u"1"_s), row(u"2"_s)});
    table.model.beginReading(customerNamed(u"helpdesk-000123"_s));
    table.model.removeConnection(api::ConnectionId(u"1"_s));
    table.model.addPage(pageOf({row(u"1"_s), row(u"2"_s)}));
    table.model.endReading(true);
    QCOMPARE(table.ids(), QStringList({u"2"_s}));
}

void ConnectionsModelReadingTest::warningsOfAllPagesAreKept()
{
    Table table;
    api::ConnectionPage first = pageOf({row(u"1"_s)});
    first.warnings.push_back({1, u"2"_s, u"status is not a text"_s});
    api::ConnectionPage second = pageOf({row(u"3"_s)});
    second.warnings.push_back({0, {}, u"record without id"_s});
    table.model.beginReading(customerNamed(u"a"_s));
    table.model.addPage(first);
    table.model.addPage(second);
    table.model.endReading(true);
    QCOMPARE(table.model.warnings().size(), std::size_t{2});
    QCOMPARE(table.model.warnings()[1].problem, u"record without id"_s);
}

void ConnectionsModelReadingTest::warningsOfAReReadingReplaceTheOld()
{
    Table table;
    api::ConnectionPage page = pageOf({row(u"1"_s)});
    page.warnings.push_back({0, u"1"_s, u"odd"_s});
    table.model.beginReading(customerNamed(u"helpdesk-000123"_s));
    table.model.addPage(page);
    table.model.endReading(true);
    QCOMPARE(table.model.warnings().size(), std::size_t{1});
    table.read({row(u"1"_s)});
    QVERIFY(table.model.warnings().empty());
}

void ConnectionsModelReadingTest::oddIdsAreRowsAsAnyOther_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("18 digits") << u"111111111111111111"_s;
    QTest::newRow("19 digits") << u"9223372036854775807"_s;
    QTest::newRow("19 digits, beyond a signed number") << u"9999999999999999999"_s;
    QTest::newRow("25 digits") << u"1234567890123456789012345"_s;
    QTest::newRow("leading zeros") << u"000123"_s;
    QTest::newRow("letters") << u"conn-0xfeed"_s;
    QTest::newRow("another script") << u"соединение"_s;
}

void ConnectionsModelReadingTest::oddIdsAreRowsAsAnyOther()
{
    QFETCH(QString, id);
    const api::ConnectionId wanted(id);
    Table table;
    table.read({row(u"5"_s), row(id), row(u"123"_s)});
    QVERIFY(table.model.rowOf(wanted) >= 0);
    QCOMPARE(table.model.idAt(table.model.rowOf(wanted)), wanted);
    table.model.updateRows(pageOf({row(id, u"B"_s)}));
    QCOMPARE(table.model.total(), 3);
    QCOMPARE(table.model.summary(wanted)->providerName, u"B"_s);
    table.model.setConsents({consentOf(id, ConsentKind::Active, 24h)});
    QCOMPARE(table.model.summary(wanted)->assessment.situation, Situation::Expiring);
    table.model.removeConnection(wanted);
    QCOMPARE(table.model.total(), 2);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelReadingTest::textsFromRightToLeftComeThroughUnchanged()
{
    const QString bank = u"بنك \u202Bالراجحي\u202C ABC"_s;
    Table table;
    table.model.beginReading(customerNamed(u"לקוח-7"_s));
    table.model.addPage(pageOf({row(u"1"_s, bank)}));
    table.model.endReading(true);
    QCOMPARE(table.model.index(0, static_cast<int>(ConnectionColumn::Bank)).data().toString(), bank);
    QCOMPARE(table.model.index(0, static_cast<int>(ConnectionColumn::Customer)).data().toString(), u"לקוח-7"_s);
}

void ConnectionsModelReadingTest::randomReadingsAgreeWithTheListThatWasRead_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("filtered");
    for (const int size : {5, 40, 150}) {
        QTest::addRow("%d rows", size) << size << false;
        QTest::addRow("%d rows, filtered", size) << size << true;
    }
}

void ConnectionsModelReadingTest::randomReadingsAgreeWithTheListThatWasRead()
{
    QFETCH(int, size);
    QFETCH(bool, filtered);
    QRandomGenerator random(23);
    Table table;
    table.model.setFilter({}, filtered ? Chip::NeedsYou : Chip::All);
    for (int round = 0; round < 25; ++round) {
        const QList<RowSpec> rows = randomRows(random, size);
        table.read(rows);
        if (random.bounded(4) == 0) {
            table.model.sort(random.bounded(-1, connectionColumnCount));
        }
        QStringList expected;
        for (const RowSpec &each : rows) {
            if (!filtered || each.status == "inactive"_L1) {
                expected.append(each.id);
            }
        }
        QStringList shown = table.ids();
        std::sort(shown.begin(), shown.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(shown, expected);
        QCOMPARE(table.model.total(), static_cast<int>(rows.size()));
        QCOMPARE(table.mirror.difference(), QString());
    }
}

QTEST_GUILESS_MAIN(ConnectionsModelReadingTest)
#include "tst_connectionsmodelreading.moc"
