// SPDX-License-Identifier: Apache-2.0
#include "resources/SeenIds.h"

#include <QTest>

using namespace saltdesk::api;

class TestSeenIds : public QObject
{
    Q_OBJECT

private slots:
    void anIdIsNewOnce()
    {
        SeenIds seen;
        TextPool pool;
        const CompactId id = CompactId::fromText("111111111111111111", pool);
        QVERIFY(seen.insert(id, pool));
        QVERIFY(!seen.insert(id, pool));
        QVERIFY(seen.insert(CompactId::fromText("111111111111111112", pool), pool));
        QCOMPARE(seen.size(), std::size_t(2));
    }

    void oddIdsAreKnownAcrossPools()
    {
        SeenIds seen;
        TextPool first;
        TextPool second;
        (void)second.intern("shifts the numbers");
        QVERIFY(seen.insert(CompactId::fromText("conn-a", first), first));
        QVERIFY(!seen.insert(CompactId::fromText("conn-a", second), second));
        QVERIFY(seen.insert(CompactId::fromText("conn-b", second), second));
    }

    void aHundredThousandIdsAreToldApart()
    {
        SeenIds seen;
        TextPool pool;
        for (std::uint64_t i = 1; i <= 100'000; ++i) {
            QVERIFY(seen.insert(CompactId::fromNumber(i * 1024, pool), pool));
        }
        for (std::uint64_t i = 1; i <= 100'000; ++i) {
            QVERIFY(!seen.insert(CompactId::fromNumber(i * 1024, pool), pool));
        }
        QCOMPARE(seen.size(), std::size_t(100'000));
    }
};

QTEST_APPLESS_MAIN(TestSeenIds)
#include "tst_seenids.moc"
