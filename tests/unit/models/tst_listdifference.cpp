// SPDX-License-Identifier: Apache-2.0
#include "connections/ListDifference.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace saltdesk::models;

namespace {

/// As a view would do it.
std::vector<RowIndex> applied(std::vector<RowIndex> order, const ListDifference &difference,
                              const std::vector<RowIndex> &after)
{
    for (auto run = difference.removals.rbegin(); run != difference.removals.rend(); ++run) {
        order.erase(order.begin() + run->first, order.begin() + run->last() + 1);
    }
    for (const RowRun &run : difference.insertions) {
        order.insert(order.begin() + run.first, after.begin() + run.first, after.begin() + run.last() + 1);
    }
    return order;
}

std::vector<RowIndex> randomPart(QRandomGenerator &random, const std::vector<RowIndex> &all)
{
    std::vector<RowIndex> part;
    std::copy_if(all.begin(), all.end(), std::back_inserter(part), [&](RowIndex) { return random.bounded(2) == 0; });
    return part;
}

} // namespace

class ListDifferenceTest : public QObject
{
    Q_OBJECT

private slots:
    void equalOrdersDoNotDiffer();
    void neighboursAreOneRun();
    void rowsThatAreGoneAreRemovals();
    void everythingForEverythingElse();
    void numbersBecomeStretches();
    void applyingADifferenceGivesTheOrderAfter();
};

void ListDifferenceTest::equalOrdersDoNotDiffer()
{
    QVERIFY(differenceOf({}, {}, 0).isNothing());
    QVERIFY(differenceOf({2, 0, 1}, {2, 0, 1}, 3).isNothing());
}

void ListDifferenceTest::neighboursAreOneRun()
{
    const ListDifference difference = differenceOf({0, 1, 2, 3, 4, 5}, {0, 3, 5, 6, 7}, 8);
    QCOMPARE(difference.removals, std::vector<RowRun>({{1, 2}, {4, 1}}));
    QCOMPARE(difference.insertions, std::vector<RowRun>({{3, 2}}));
    QCOMPARE(difference.runs(), std::size_t{3});
}

void ListDifferenceTest::rowsThatAreGoneAreRemovals()
{
    const ListDifference difference = differenceOf({noRow, 1, noRow, noRow}, {1, 0}, 2);
    QCOMPARE(difference.removals, std::vector<RowRun>({{0, 1}, {2, 2}}));
    QCOMPARE(difference.insertions, std::vector<RowRun>({{1, 1}}));
}

void ListDifferenceTest::everythingForEverythingElse()
{
    const ListDifference difference = differenceOf({0, 1}, {2, 3, 4}, 5);
    QCOMPARE(difference.removals, std::vector<RowRun>({{0, 2}}));
    QCOMPARE(difference.insertions, std::vector<RowRun>({{0, 3}}));
}

void ListDifferenceTest::numbersBecomeStretches()
{
    QCOMPARE(runsOf({}), std::vector<RowRun>{});
    QCOMPARE(runsOf({4}), std::vector<RowRun>({{4, 1}}));
    QCOMPARE(runsOf({0, 1, 2, 5, 7, 8}), std::vector<RowRun>({{0, 3}, {5, 1}, {7, 2}}));
}

void ListDifferenceTest::applyingADifferenceGivesTheOrderAfter()
{
    QRandomGenerator random(42);
    for (int round = 0; round < 500; ++round) {
        std::vector<RowIndex> all(1 + random.bounded(40));
        std::iota(all.begin(), all.end(), RowIndex{0});
        std::shuffle(all.begin(), all.end(), random);
        std::vector<RowIndex> before = randomPart(random, all);
        const std::vector<RowIndex> after = randomPart(random, all);
        for (RowIndex &row : before) {
            const bool stays = std::find(after.begin(), after.end(), row) != after.end();
            row = !stays && random.bounded(3) == 0 ? noRow : row;
        }
        QCOMPARE(applied(before, differenceOf(before, after, all.size()), after), after);
    }
}

QTEST_GUILESS_MAIN(ListDifferenceTest)
#include "tst_listdifference.moc"
