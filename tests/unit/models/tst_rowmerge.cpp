// SPDX-License-Identifier: Apache-2.0
#include "connections/RowMerge.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace saltdesk;
using namespace saltdesk::models;

namespace {

api::TextPool &pool()
{
    static api::TextPool texts;
    return texts;
}

api::ConnectionRow row(std::uint64_t id, std::int64_t updated = 0)
{
    api::ConnectionRow made;
    made.id = api::CompactId::fromNumber(id, pool());
    made.updatedAt = api::PackedTime(updated);
    return made;
}

using Content = std::map<std::string, std::int64_t>;

Content contentOf(const std::vector<api::ConnectionRow> &rows)
{
    Content content;
    for (const api::ConnectionRow &each : rows) {
        content[each.id.text(pool())] = each.updatedAt.seconds();
    }
    return content;
}

std::vector<api::ConnectionRow> randomRows(QRandomGenerator &random, int most)
{
    std::vector<api::ConnectionRow> rows;
    for (std::uint64_t id = 1; id <= static_cast<std::uint64_t>(most); ++id) {
        if (random.bounded(3) != 0) {
            rows.push_back(row(id, random.bounded(2)));
        }
    }
    return rows;
}

} // namespace

class RowMergeTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingAndNothingIsNothing();
    void everythingIsNewInAnEmptyStore();
    void equalRowsAreNoChange();
    void aRowThatDiffersIsAChange();
    void unseenRowsGoOrStay();
    void idsThatAreNoNumbersComeLast();
    void randomListsAgreeWithTheNaiveWay_data();
    void randomListsAgreeWithTheNaiveWay();
};

void RowMergeTest::nothingAndNothingIsNothing()
{
    QVERIFY(mergeRows({}, {}, UnseenRows::Go).isNothing());
    QVERIFY(mergeRows({}, {}, UnseenRows::Stay).isNothing());
}

void RowMergeTest::everythingIsNewInAnEmptyStore()
{
    const RowMerge merge = mergeRows({}, {row(1), row(2)}, UnseenRows::Go);
    QCOMPARE(merge.added, std::vector<RowIndex>({0, 1}));
    QVERIFY(merge.changed.empty());
    QVERIFY(merge.removed.empty());
}

void RowMergeTest::equalRowsAreNoChange()
{
    const RowMerge merge = mergeRows({row(1, 5), row(2, 6)}, {row(1, 5), row(2, 6)}, UnseenRows::Go);
    QVERIFY(merge.isNothing());
    QCOMPARE(merge.newIndexOf, std::vector<RowIndex>({0, 1}));
}

void RowMergeTest::aRowThatDiffersIsAChange()
{
    const RowMerge merge = mergeRows({row(1, 5), row(3, 6)}, {row(1, 5), row(2, 1), row(3, 7)}, UnseenRows::Go);
    QCOMPARE(merge.added, std::vector<RowIndex>({1}));
    QCOMPARE(merge.changed, std::vector<RowIndex>({2}));
    QCOMPARE(merge.newIndexOf, std::vector<RowIndex>({0, 2}));
    QCOMPARE(merge.rows[2].updatedAt.seconds(), std::int64_t{7});
}

void RowMergeTest::unseenRowsGoOrStay()
{
    const std::vector<api::ConnectionRow> before{row(1), row(2), row(3)};
    const RowMerge gone = mergeRows(before, {row(2)}, UnseenRows::Go);
    QCOMPARE(gone.removed, std::vector<RowIndex>({0, 2}));
    QCOMPARE(gone.newIndexOf, std::vector<RowIndex>({noRow, 0, noRow}));
    const RowMerge kept = mergeRows(before, {row(2)}, UnseenRows::Stay);
    QVERIFY(kept.isNothing());
    QCOMPARE(kept.rows.size(), std::size_t{3});
}

void RowMergeTest::idsThatAreNoNumbersComeLast()
{
    api::ConnectionRow odd;
    odd.id = api::CompactId::fromText("conn-a", pool());
    const RowMerge merge = mergeRows({row(5), odd}, {row(9'223'372'036'854'775'807ULL)}, UnseenRows::Stay);
    QCOMPARE(merge.rows[0].id.text(pool()), std::string("5"));
    QCOMPARE(merge.rows[1].id.text(pool()), std::string("9223372036854775807"));
    QCOMPARE(merge.rows[2].id.text(pool()), std::string("conn-a"));
    QCOMPARE(merge.newIndexOf, std::vector<RowIndex>({0, 2}));
}

void RowMergeTest::randomListsAgreeWithTheNaiveWay_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("unseenGo");
    for (const int size : {1, 2, 7, 60}) {
        QTest::addRow("%d, unseen rows go", size) << size << true;
        QTest::addRow("%d, unseen rows stay", size) << size << false;
    }
}

void RowMergeTest::randomListsAgreeWithTheNaiveWay()
{
    QFETCH(int, size);
    QFETCH(bool, unseenGo);
    QRandomGenerator random(20261123);
    for (int round = 0; round < 200; ++round) {
        const auto before = randomRows(random, size);
        const auto incoming = randomRows(random, size);
        const RowMerge merge = mergeRows(before, incoming, unseenGo ? UnseenRows::Go : UnseenRows::Stay);
        Content expected = contentOf(incoming);
        if (!unseenGo) {
            expected.merge(contentOf(before));
        }
        QCOMPARE(contentOf(merge.rows), expected);
        QVERIFY(std::is_sorted(merge.rows.begin(), merge.rows.end(),
                               [](const auto &a, const auto &b) { return a.id < b.id; }));
        QCOMPARE(merge.rows.size() + merge.removed.size(), before.size() + merge.added.size());
        for (std::size_t old = 0; old < before.size(); ++old) {
            const RowIndex now = merge.newIndexOf[old];
            QCOMPARE(now == noRow, unseenGo && !expected.contains(before[old].id.text(pool())));
            if (now != noRow) {
                QCOMPARE(merge.rows[now].id, before[old].id);
                const bool told = std::binary_search(merge.changed.begin(), merge.changed.end(), now);
                QCOMPARE(told, merge.rows[now] != before[old]);
            }
        }
    }
}

QTEST_GUILESS_MAIN(RowMergeTest)
#include "tst_rowmerge.moc"
