// SPDX-License-Identifier: Apache-2.0
#include "types/ConnectionRow.h"

#include <QTest>

using namespace saltdesk::api;

static_assert(sizeof(PackedTime) == 8);
static_assert(sizeof(ConnectionRow) <= 128, "performance.md: at most 200 bytes are kept per row, texts included");

class TestPackedTime : public QObject
{
    Q_OBJECT

private slots:
    void noneIsNoMomentAndComesFirst()
    {
        QVERIFY(PackedTime().isNone());
        QVERIFY(!PackedTime().toDateTime().isValid());
        QVERIFY(PackedTime() < PackedTime(-62'135'596'800));
        QVERIFY(!PackedTime(0).isNone());
    }

    void aMomentIsUtc()
    {
        const QDateTime moment = PackedTime(1'599'474'946).toDateTime();
        QCOMPARE(moment, QDateTime(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC));
        QCOMPARE(moment.timeSpec(), Qt::UTC);
    }
};

QTEST_APPLESS_MAIN(TestPackedTime)
#include "tst_packedtime.moc"
