// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/CustomerDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::customerSample;

using Row = testing::OddRow<Customer>;
Q_DECLARE_METATYPE(Row)

namespace {

Customer decoded(const QByteArray &members)
{
    return decodeCustomer(R"({"data":{"id":"1",)" + members + "}}").value_or(Customer());
}

std::vector<Row> oddRows()
{
    return {
        {"unknown members", R"("categorization_type":"personal","new":{"id":"x"})", [](Customer &) {}},
        {"all null", R"("identifier":null,"secret":null,"blocked_at":null,"created_at":null,"updated_at":null)",
         [](Customer &c) {
             c.identifier = Member<QString>::null();
             c.secret = Member<Secret>::null();
             c.blockedAt = c.createdAt = c.updatedAt = Member<QDateTime>::null();
         }},
        {"locked", R"("blocked_at":"2020-09-07T10:35:46Z")",
         [](Customer &c) { c.blockedAt = QDateTime(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC); }},
        {"an empty identifier", R"("identifier":"")", [](Customer &c) { c.identifier = u""_s; }},
        {"a secret of a wrong type",
         R"("secret":["s3cr3t"],"identifier":"a")",
         [](Customer &c) { c.identifier = u"a"_s; },
         {u"secret"_s}},
        {"a moment that is none",
         R"("created_at":"s3cr3t","identifier":"a")",
         [](Customer &c) { c.identifier = u"a"_s; },
         {u"created_at"_s}},
    };
}

} // namespace

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

    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }

    void oddButLegalMembersAreRead()
    {
        QFETCH(Row, row);
        Customer bare;
        bare.id = CustomerId(u"1"_s);
        const QByteArray record = R"({"id":"1",)" + row.members + '}';
        QVERIFY(testing::readsAs(decodeCustomerPage(testing::page({record})), bare, row));
    }

    void identifiersKeepEveryCharacter_data() { testing::addOddTexts(); }

    void identifiersKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Customer customer = decoded(R"("identifier":)" + QByteArray('"' + json + '"'));
        QCOMPARE(customer.identifier.value(), expected);
    }

    void momentsAreReadInEveryForm_data() { testing::addOddMoments(); }

    void momentsAreReadInEveryForm()
    {
        QFETCH(QByteArray, json);
        QFETCH(QDateTime, expected);
        QCOMPARE(decoded(R"("blocked_at":)" + json).blockedAt.value(), expected);
        QCOMPARE(decoded(R"("created_at":)" + json).createdAt.value(), expected);
        QCOMPARE(decoded(R"("updated_at":)" + json).updatedAt.value(), expected);
    }

    void idsMayBeNumbers_data() { testing::addOddIds(); }

    void idsMayBeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QCOMPARE(decodeCustomer(R"({"data":{"id":)" + json + "}}").value().id.toString(), expected);
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
