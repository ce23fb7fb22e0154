// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/CustomerDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::customerSample;

class TestCustomerDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead()
    {
        const Result<Customer> customer = decodeCustomer(testing::enveloped(customerSample));
        QVERIFY(customer);
        QCOMPARE(customer->id, CustomerId(u"222222222222222222"_s));
        QCOMPARE(customer->identifier.value(), u"helpdesk-000123"_s);
        QVERIFY(customer->secret.value() == Secret::copyOf("secret-of-the-customer-sample"));
        QVERIFY(customer->blockedAt.isNull());
        const QDateTime created(QDate(2020, 9, 1), QTime(8, 0), Qt::UTC);
        QCOMPARE(customer->createdAt.value(), created);
        QCOMPARE(customer->updatedAt.value(), created);
    }

    void onlyTheIdIsNeeded()
    {
        const Result<Customer> customer = decodeCustomer(R"({"data":{"id":7}})");
        QVERIFY(customer);
        QCOMPARE(customer->id.toString(), u"7"_s);
        QVERIFY(customer->identifier.isAbsent() && customer->blockedAt.isAbsent() && customer->secret.isAbsent());
        QCOMPARE(decodeCustomer(R"({"data":{"identifier":"a"}})").error().kind, ErrorKind::Malformed);
        QCOMPARE(decodeCustomer("[]").error().kind, ErrorKind::Malformed);
    }

    void aPageKeepsItsOrderAndItsNextId()
    {
        const Result<CustomerPage> page = decodeCustomerPage(
            testing::page({customerSample, R"({"id":"3"})"}, R"({"next_id":9999999999999999999,"next_page":"/x"})"));
        QVERIFY(page);
        QVERIFY(page->warnings.empty());
        QCOMPARE(page->records.size(), std::size_t(2));
        QCOMPARE(page->records.back().id.toString(), u"3"_s);
        QCOMPARE(page->nextId, u"9999999999999999999"_s);
    }

    void aBadRecordBecomesAWarning()
    {
        const Result<CustomerPage> page = decodeCustomerPage(
            testing::page({"null", R"({"identifier":"x"})", customerSample, R"({"identifier":5,"id":"4"})"}));
        QVERIFY(page);
        QCOMPARE(page->records.size(), std::size_t(2));
        QCOMPARE(page->warnings.size(), std::size_t(3));
        QCOMPARE(page->warnings[0].record, qsizetype(0));
        QCOMPARE(page->warnings[1].record, qsizetype(1));
        QCOMPARE(page->warnings[2].record, qsizetype(3));
        QCOMPARE(page->warnings[2].id, u"4"_s);
        QVERIFY(page->records.back().identifier.isAbsent());
    }

    void metaIsNotNeeded()
    {
        for (const char *body :
             {R"({"data":[]})", R"({"data":[],"meta":null})", R"({"data":[],"meta":{"next_id":null}})"}) {
            const Result<CustomerPage> page = decodeCustomerPage(body);
            QVERIFY(page);
            QVERIFY(page->nextId.isEmpty());
        }
        QCOMPARE(decodeCustomerPage(R"({"data":{}})").error().kind, ErrorKind::Malformed);
        QCOMPARE(decodeCustomerPage(testing::nested(10'000)).error().kind, ErrorKind::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestCustomerDecoder)
#include "tst_customerdecoder.moc"
