// SPDX-License-Identifier: Apache-2.0
#include "connections/RowSorter.h"
#include "support/StoreOf.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(saltdesk::models::ConnectionColumn)

namespace {

QString order(const RowStore &store, std::optional<ConnectionColumn> column, Qt::SortOrder direction)
{
    QString ids;
    for (const RowIndex row : sortedRows(store, column, direction)) {
        ids += store.id(row).toString().right(1);
    }
    return ids;
}

QString namesInOrder(const QStringList &names, Qt::SortOrder direction = Qt::AscendingOrder)
{
    RowStore store;
    QList<RowSpec> rows;
    for (qsizetype i = 0; i < names.size(); ++i) {
        rows.append({.id = QString::number(i + 1), .bank = names[i], .bankCode = {}});
    }
    fill(store, rows);
    QStringList sorted;
    for (const RowIndex row : sortedRows(store, ConnectionColumn::Bank, direction)) {
        sorted.append(store.texts().text(store.row(row).providerName));
    }
    return sorted.join(u',');
}

} // namespace

class RowSorterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theDrawingIsSortedByEachColumn_data();
    void theDrawingIsSortedByEachColumn();
    void theCustomaryOrderIsWorstFirst();
    void namesOrderAsPeopleExpect_data();
    void namesOrderAsPeopleExpect();
    void equalRowsKeepTheServersOrderBothWays();
    void aBankWithoutNameSortsByItsCode();
    void consentsSortByTheirEnd();
    void customersSortByTheirIds();
    void timesBeforeAndBeyondTheUsualRangeKeepTheirOrder();
    void everyColumnGivesEveryRowOnce_data();
    void everyColumnGivesEveryRowOnce();
    void randomTimesAgreeWithAStableSort();
};

void RowSorterTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void RowSorterTest::theDrawingIsSortedByEachColumn_data()
{
    QTest::addColumn<ConnectionColumn>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("state") << ConnectionColumn::State << u"1243567"_s << u"7563421"_s;
    QTest::newRow("bank") << ConnectionColumn::Bank << u"4321756"_s << u"6571234"_s;
    QTest::newRow("country") << ConnectionColumn::Country << u"7654123"_s << u"1234567"_s;
    QTest::newRow("customer") << ConnectionColumn::Customer << u"1234567"_s << u"1234567"_s;
    QTest::newRow("last success") << ConnectionColumn::LastSuccess << u"7132465"_s << u"5642317"_s;
    QTest::newRow("next refresh") << ConnectionColumn::NextRefresh << u"2371465"_s << u"5641237"_s;
    QTest::newRow("last attempt") << ConnectionColumn::LastAttempt << u"7146523"_s << u"3256417"_s;
    QTest::newRow("error") << ConnectionColumn::Error << u"2345617"_s << u"7123456"_s;
    QTest::newRow("connection") << ConnectionColumn::ConnectionId << u"1234567"_s << u"7654321"_s;
}

void RowSorterTest::theDrawingIsSortedByEachColumn()
{
    QFETCH(ConnectionColumn, column);
    RowStore store;
    fill(store, drawnRows());
    (void)store.setConsents(drawnConsents(), api::PackedTime(startOfTime().toSecsSinceEpoch()));
    QTEST(order(store, column, Qt::AscendingOrder), "ascending");
    QTEST(order(store, column, Qt::DescendingOrder), "descending");
}

void RowSorterTest::theCustomaryOrderIsWorstFirst()
{
    RowStore store;
    fill(store, drawnRows());
    (void)store.setConsents(drawnConsents(), api::PackedTime(startOfTime().toSecsSinceEpoch()));
    QCOMPARE(order(store, std::nullopt, Qt::AscendingOrder), u"1243567"_s);
    QCOMPARE(order(store, std::nullopt, Qt::DescendingOrder), u"1243567"_s);
}

void RowSorterTest::namesOrderAsPeopleExpect_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("sorted");
    QTest::newRow("case does not matter") << QStringList({u"b"_s, u"A"_s, u"a"_s, u"B"_s}) << u"A,a,b,B"_s;
    QTest::newRow("numbers count as numbers") << QStringList({u"Bank 10"_s, u"Bank 9"_s}) << u"Bank 9,Bank 10"_s;
    QTest::newRow("none comes first") << QStringList({u"a"_s, QString(), u"b"_s}) << u",a,b"_s;
    QTest::newRow("marks stay near their letters")
        << QStringList({u"z"_s, u"Crédit"_s, u"Creditum"_s, u"Cat"_s}) << u"Cat,Crédit,Creditum,z"_s;
    QTest::newRow("other scripts after latin") << QStringList({u"بنك"_s, u"בנק"_s, u"bank"_s}) << u"bank,בנק,بنك"_s;
    QTest::newRow("one") << QStringList({u"a"_s}) << u"a"_s;
    QTest::newRow("none at all") << QStringList() << QString();
}

void RowSorterTest::namesOrderAsPeopleExpect()
{
    QFETCH(QStringList, names);
    QTEST(namesInOrder(names), "sorted");
}

void RowSorterTest::equalRowsKeepTheServersOrderBothWays()
{
    RowStore store;
    fill(store, {{.id = u"1"_s, .bank = u"b"_s},
                 {.id = u"2"_s, .bank = u"a"_s},
                 {.id = u"3"_s, .bank = u"b"_s},
                 {.id = u"4"_s, .bank = u"a"_s}});
    QCOMPARE(order(store, ConnectionColumn::Bank, Qt::AscendingOrder), u"2413"_s);
    QCOMPARE(order(store, ConnectionColumn::Bank, Qt::DescendingOrder), u"1324"_s);
    QCOMPARE(order(store, ConnectionColumn::LastSuccess, Qt::AscendingOrder), u"1234"_s);
    QCOMPARE(order(store, ConnectionColumn::LastSuccess, Qt::DescendingOrder), u"1234"_s);
}

void RowSorterTest::aBankWithoutNameSortsByItsCode()
{
    RowStore store;
    fill(store, {{.id = u"1"_s, .bank = u"n"_s},
                 {.id = u"2"_s, .bank = {}, .bankCode = u"m"_s},
                 {.id = u"3"_s, .bank = {}, .bankCode = u"o"_s}});
    QCOMPARE(order(store, ConnectionColumn::Bank, Qt::AscendingOrder), u"213"_s);
}

void RowSorterTest::consentsSortByTheirEnd()
{
    RowStore store;
    fill(store, drawnRows());
    (void)store.setConsents(drawnConsents(), api::PackedTime(startOfTime().toSecsSinceEpoch()));
    QCOMPARE(order(store, ConnectionColumn::ConsentEnds, Qt::AscendingOrder), u"7431562"_s);
}

void RowSorterTest::customersSortByTheirIds()
{
    RowStore store;
    fill(store,
         {{.id = u"1"_s, .customer = u"9"_s}, {.id = u"2"_s, .customer = u"10"_s}, {.id = u"3"_s, .customer = u"9"_s}});
    QCOMPARE(order(store, ConnectionColumn::Customer, Qt::AscendingOrder), u"132"_s);
    QCOMPARE(order(store, ConnectionColumn::Customer, Qt::DescendingOrder), u"213"_s);
}

void RowSorterTest::timesBeforeAndBeyondTheUsualRangeKeepTheirOrder()
{
    RowStore store;
    api::ConnectionPage page = pageOf({{.id = u"1"_s}, {.id = u"2"_s}, {.id = u"3"_s}, {.id = u"4"_s}});
    page.rows[0].lastSuccessAt = api::PackedTime(std::int64_t{1} << 40);
    page.rows[1].lastSuccessAt = api::PackedTime(-86'400);
    page.rows[2].lastSuccessAt = api::PackedTime();
    store.append(adoptRows(page, store.texts()), api::PackedTime(startOfTime().toSecsSinceEpoch()));
    QCOMPARE(order(store, ConnectionColumn::LastSuccess, Qt::AscendingOrder), u"3241"_s);
}

void RowSorterTest::everyColumnGivesEveryRowOnce_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < connectionColumnCount; ++column) {
        QTest::addRow("%d", column) << column;
    }
}

void RowSorterTest::everyColumnGivesEveryRowOnce()
{
    QFETCH(int, column);
    RowStore store;
    fill(store, drawnRows());
    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        std::vector<RowIndex> rows = sortedRows(store, static_cast<ConnectionColumn>(column), direction);
        std::sort(rows.begin(), rows.end());
        std::vector<RowIndex> expected(7);
        std::iota(expected.begin(), expected.end(), RowIndex{0});
        QCOMPARE(rows, expected);
    }
}

void RowSorterTest::randomTimesAgreeWithAStableSort()
{
    QRandomGenerator random(7);
    QList<RowSpec> specs;
    for (int i = 1; i <= 400; ++i) {
        RowSpec spec{.id = QString::number(i)};
        spec.succeededAgo =
            random.bounded(5) == 0 ? std::nullopt : std::optional(std::chrono::seconds{random.bounded(50)});
        specs.append(spec);
    }
    RowStore store;
    fill(store, specs);
    std::vector<RowIndex> expected(store.size());
    std::iota(expected.begin(), expected.end(), RowIndex{0});
    std::stable_sort(expected.begin(), expected.end(), [&store](RowIndex a, RowIndex b) {
        return store.row(b).lastSuccessAt < store.row(a).lastSuccessAt;
    });
    QCOMPARE(sortedRows(store, ConnectionColumn::LastSuccess, Qt::DescendingOrder), expected);
}

QTEST_GUILESS_MAIN(RowSorterTest)
#include "tst_rowsorter.moc"
