// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/CustomerDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

/// What a removal, a lock and an unlock answer.
class TestCustomerChange : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerTellsWhatHappened_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<bool>("removed");
        QTest::addColumn<bool>("locked");
        QTest::addColumn<bool>("unlocked");
        QTest::newRow("deleted") << QByteArray(R"("deleted":true)") << true << false << false;
        QTest::newRow("removed") << QByteArray(R"("removed":true)") << true << false << false;
        QTest::newRow("both") << QByteArray(R"("deleted":true,"removed":true)") << true << false << false;
        QTest::newRow("the older name says no")
            << QByteArray(R"("deleted":true,"removed":false)") << true << false << false;
        QTest::newRow("the newer name says no")
            << QByteArray(R"("removed":true,"deleted":null)") << true << false << false;
        QTest::newRow("locked") << QByteArray(R"("locked":true)") << false << true << false;
        QTest::newRow("unlocked") << QByteArray(R"("unlocked":true)") << false << false << true;
        QTest::newRow("not removed") << QByteArray(R"("deleted":false)") << false << false << false;
        QTest::newRow("nulls") << QByteArray(R"("deleted":null,"locked":null,"unlocked":null)") << false << false
                               << false;
        QTest::newRow("texts are no yes")
            << QByteArray(R"("deleted":"true","locked":1,"unlocked":[true])") << false << false << false;
        QTest::newRow("unknown members") << QByteArray(R"("new":{"locked":true},"locked":true)") << false << true
                                         << false;
    }

    void theAnswerTellsWhatHappened()
    {
        QFETCH(QByteArray, members);
        const Result<CustomerChange> change = decodeCustomerChange(R"({"data":{"id":"222",)" + members + "}}");
        QVERIFY(change);
        QCOMPARE(change->id, CustomerId(u"222"_s));
        QTEST(change->removed, "removed");
        QTEST(change->locked, "locked");
        QTEST(change->unlocked, "unlocked");
    }

    void anIdAloneClaimsNothing()
    {
        const Result<CustomerChange> change = decodeCustomerChange(R"({"data":{"id":"222"}})");
        QVERIFY(change);
        QVERIFY(!change->removed && !change->locked && !change->unlocked);
    }

    void idsMayBeNumbers_data() { testing::addOddIds(); }

    void idsMayBeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QCOMPARE(decodeCustomerChange(R"({"data":{"deleted":true,"id":)" + json + "}}")->id.toString(), expected);
    }

    void anAnswerWithoutAnIdIsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("absent") << QByteArray(R"({"data":{"deleted":true}})");
        QTest::newRow("null") << QByteArray(R"({"data":{"id":null,"deleted":true}})");
        QTest::newRow("empty") << QByteArray(R"({"data":{"id":"","deleted":true}})");
        QTest::newRow("data is a list") << QByteArray(R"({"data":[{"id":"222","deleted":true}]})");
        QTest::newRow("no envelope") << QByteArray(R"({"id":"222","deleted":true})");
        QTest::newRow("no JSON") << QByteArray("OK");
    }

    void anAnswerWithoutAnIdIsNone()
    {
        QFETCH(QByteArray, body);
        const Result<CustomerChange> change = decodeCustomerChange(body);
        QVERIFY(!change);
        QCOMPARE(change.error().kind, ErrorKind::Malformed);
    }

    void tooDeepIsNotRead()
    {
        QCOMPARE(decodeCustomerChange(testing::nested(10'000)).error().kind, ErrorKind::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestCustomerChange)
#include "tst_customerchange.moc"
