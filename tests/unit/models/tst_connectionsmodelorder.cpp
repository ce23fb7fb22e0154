// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsModel.h"
#include "support/MirrorView.h"
#include "support/RowSpec.h"
#include "testing/ManualClock.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Table
{
    explicit Table(const QList<RowSpec> &rows = drawnRows())
    {
        model.beginReading(customerNamed(u"helpdesk-000123"_s));
        model.addPage(pageOf(rows));
        model.setConsents(drawnConsents());
        model.endReading(true);
        mirror.forgetCounts();
    }
    [[nodiscard]] QString ids() const
    {
        QString ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids += model.idAt(row).toString().right(1);
        }
        return ids;
    }
    void sortBy(ConnectionColumn column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        model.sort(static_cast<int>(column), order);
    }

    ManualClock clock;
    ConnectionsModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    MirrorView mirror{model};
};

QList<RowSpec> manyRows(int count)
{
    QRandomGenerator random(5);
    QList<RowSpec> rows;
    for (int i = 1; i <= count; ++i) {
        RowSpec row{.id = QString::number(i),
                    .bank = u"Bank %1"_s.arg(random.bounded(20)),
                    .country = u"C%1"_s.arg(random.bounded(5))};
        row.succeededAgo = std::chrono::minutes{random.bounded(10'000)};
        rows.append(row);
    }
    return rows;
}

} // namespace

class ConnectionsModelOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstOrderIsWorstFirst();
    void aClickOnAHeaderSorts();
    void columnMinusOneRestoresTheCustomaryOrder();
    void anUnknownColumnIsTheCustomaryOrder();
    void sortingAgainIsSilent();
    void persistentIndexesFollowTheirRows();
    void aSelectionSurvivesSorting();
    void aSelectionSurvivesAFilterThatKeepsItsRow();
    void sortingWorksOnWhatTheFilterLeft();
    void wideningAFilterKeepsTheOrder();
    void aFilterOfFewStretchesIsToldExactly();
    void aFilterOfManyStretchesIsOneReset();
    void theSameFilterAgainIsSilent();
    void filterAndChipAreRemembered();
    void aFilterThatLeavesNothingIsAnEmptyTable();
    void randomFiltersAndSortsAreToldTruly();
};

void ConnectionsModelOrderTest::theFirstOrderIsWorstFirst()
{
    QCOMPARE(Table().ids(), u"1243567"_s);
}

void ConnectionsModelOrderTest::aClickOnAHeaderSorts()
{
    Table table;
    table.sortBy(ConnectionColumn::Bank);
    QCOMPARE(table.ids(), u"4321756"_s);
    table.sortBy(ConnectionColumn::Bank, Qt::DescendingOrder);
    QCOMPARE(table.ids(), u"6571234"_s);
    QCOMPARE(table.mirror.layouts, 2);
    QCOMPARE(table.mirror.resets, 0);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelOrderTest::columnMinusOneRestoresTheCustomaryOrder()
{
    Table table;
    table.sortBy(ConnectionColumn::LastSuccess);
    table.model.sort(-1);
    QCOMPARE(table.ids(), u"1243567"_s);
}

void ConnectionsModelOrderTest::anUnknownColumnIsTheCustomaryOrder()
{
    Table table;
    table.sortBy(ConnectionColumn::LastSuccess);
    table.model.sort(connectionColumnCount);
    QCOMPARE(table.ids(), u"1243567"_s);
}

void ConnectionsModelOrderTest::sortingAgainIsSilent()
{
    Table table;
    table.sortBy(ConnectionColumn::Bank);
    table.mirror.forgetCounts();
    table.sortBy(ConnectionColumn::Bank);
    QCOMPARE(table.mirror.layouts, 0);
}

void ConnectionsModelOrderTest::persistentIndexesFollowTheirRows()
{
    Table table;
    QList<QPersistentModelIndex> held;
    QStringList ids;
    for (int row = 0; row < table.model.rowCount(); ++row) {
        held.append(table.model.index(row, row % connectionColumnCount));
        ids.append(held.last().data(ConnectionsModel::IdRole).toString());
    }
    table.sortBy(ConnectionColumn::LastSuccess);
    for (qsizetype i = 0; i < held.size(); ++i) {
        QVERIFY(held[i].isValid());
        QCOMPARE(held[i].data(ConnectionsModel::IdRole).toString(), ids[i]);
        QCOMPARE(held[i].column(), static_cast<int>(i) % connectionColumnCount);
    }
}

void ConnectionsModelOrderTest::aSelectionSurvivesSorting()
{
    Table table;
    QItemSelectionModel selection(&table.model);
    selection.select(table.model.index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QString chosen = table.model.idAt(3).toString();
    table.sortBy(ConnectionColumn::Bank, Qt::DescendingOrder);
    QCOMPARE(selection.selectedRows().size(), qsizetype{1});
    QCOMPARE(selection.selectedRows().first().data(ConnectionsModel::IdRole).toString(), chosen);
}

void ConnectionsModelOrderTest::aSelectionSurvivesAFilterThatKeepsItsRow()
{
    Table table;
    QItemSelectionModel selection(&table.model);
    const int row = table.model.rowOf(api::ConnectionId(u"111111111111111115"_s));
    selection.select(table.model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.model.setFilter(u"rabobank"_s, Chip::All);
    table.model.setFilter({}, Chip::All);
    QCOMPARE(selection.selectedRows().size(), qsizetype{1});
    QCOMPARE(selection.selectedRows().first().row(), row);
}

void ConnectionsModelOrderTest::sortingWorksOnWhatTheFilterLeft()
{
    Table table;
    table.model.setFilter(u"xf"_s, Chip::All);
    QCOMPARE(table.ids(), u"123"_s);
    table.sortBy(ConnectionColumn::Bank);
    QCOMPARE(table.ids(), u"321"_s);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelOrderTest::wideningAFilterKeepsTheOrder()
{
    Table table;
    table.sortBy(ConnectionColumn::Bank);
    table.model.setFilter(u"xf"_s, Chip::All);
    table.model.setFilter({}, Chip::All);
    QCOMPARE(table.ids(), u"4321756"_s);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelOrderTest::aFilterOfFewStretchesIsToldExactly()
{
    Table table;
    table.model.setFilter(u"xf"_s, Chip::All);
    QCOMPARE(table.mirror.resets, 0);
    QCOMPARE(table.mirror.removals, 2);
    table.model.setFilter({}, Chip::All);
    QCOMPARE(table.mirror.resets, 0);
    QCOMPARE(table.mirror.insertions, 2);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelOrderTest::aFilterOfManyStretchesIsOneReset()
{
    Table table(manyRows(500));
    table.model.setFilter(u"C1"_s, Chip::All);
    QCOMPARE(table.mirror.resets, 1);
    QCOMPARE(table.mirror.removals, 0);
    table.model.setFilter({}, Chip::All);
    QCOMPARE(table.mirror.resets, 2);
    QCOMPARE(table.mirror.insertions, 0);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelOrderTest::theSameFilterAgainIsSilent()
{
    Table table;
    table.model.setFilter(u"xf"_s, Chip::All);
    table.mirror.forgetCounts();
    table.model.setFilter(u"XF"_s, Chip::All);
    QCOMPARE(table.mirror.removals + table.mirror.insertions + table.mirror.resets, 0);
}

void ConnectionsModelOrderTest::filterAndChipAreRemembered()
{
    Table table;
    table.model.setFilter(u" Xf "_s, Chip::NeedsYou);
    QCOMPARE(table.model.filterText(), u" Xf "_s);
    QCOMPARE(table.model.filterChip(), Chip::NeedsYou);
    QCOMPARE(table.ids(), u"12"_s);
}

void ConnectionsModelOrderTest::aFilterThatLeavesNothingIsAnEmptyTable()
{
    Table table;
    table.model.setFilter(u"nobody has this"_s, Chip::All);
    QCOMPARE(table.model.rowCount(), 0);
    QCOMPARE(table.model.total(), 7);
    QCOMPARE(table.model.count(Chip::All), 7);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelOrderTest::randomFiltersAndSortsAreToldTruly()
{
    Table table(manyRows(120));
    QRandomGenerator random(11);
    const QStringList needles{{}, u"bank 1"_s, u"C2"_s, u"11"_s, u"bank"_s, u"stale"_s, u"nothing"_s};
    for (int step = 0; step < 150; ++step) {
        if (random.bounded(2) == 0) {
            table.model.setFilter(needles[random.bounded(needles.size())],
                                  random.bounded(3) == 0 ? Chip::Stale : Chip::All);
        } else {
            table.model.sort(random.bounded(-1, connectionColumnCount),
                             random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
        QCOMPARE(table.mirror.difference(), QString());
    }
}

QTEST_GUILESS_MAIN(ConnectionsModelOrderTest)
#include "tst_connectionsmodelorder.moc"
