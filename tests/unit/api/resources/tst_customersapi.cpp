// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/CustomersApi.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;

using Found = std::optional<Customer>;

namespace {

QByteArray customers(const QByteArrayList &identifiers, const QByteArray &nextId = "null")
{
    QByteArrayList records;
    for (qsizetype i = 0; i < identifiers.size(); ++i) {
        records.append("{\"id\":\"" + QByteArray::number(i + 1) + "\",\"identifier\":\"" + identifiers.at(i) + "\"}");
    }
    return "{\"data\":[" + records.join(',') + "],\"meta\":{\"next_id\":" + nextId + "}}";
}

} // namespace

class TestCustomersApi : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsAskedFor()
    {
        ApiFixture api;
        api.network.answerJson(customers({"a", "b"}, "\"3\""));
        Arrival<CustomerPage> arrival(CustomersApi(api.client).list(u"1"_s, 500));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->records.size(), std::size_t(2));
        QCOMPARE(arrival.result()->nextId, u"3"_s);
        QCOMPARE(api.path(0), u"/api/v5/customers"_s);
        QCOMPARE(api.queried(0, u"from_id"_s), u"1"_s);
        QCOMPARE(api.queried(0, u"per_page"_s), u"500"_s);
    }

    void oneIsShownById()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":{"id":"222","identifier":"a"}})");
        Arrival<Customer> arrival(CustomersApi(api.client).show(CustomerId(u"222"_s)));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.result()->identifier.value(), u"a"_s);
        QCOMPARE(api.path(0), u"/api/v5/customers/222"_s);
    }

    void aNewOneIsAnsweredWithItsId()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":{"id":222,"identifier":"a","secret":"s"}})");
        Arrival<Customer> arrival(CustomersApi(api.client).create(u"a"_s));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->id, CustomerId(u"222"_s));
        QCOMPARE(arrival.result()->identifier.value(), u"a"_s);
    }

    void anIdentifierThatIsTakenIsAClearNo()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"DuplicatedCustomer","message":"m"}})", 409);
        Arrival<Customer> arrival(CustomersApi(api.client).create(u"a"_s));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().errorClass, u"DuplicatedCustomer"_s);
        QVERIFY(!arrival.error().outcomeUnknown);
    }

    void aChangeTellsWhatItDid()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":{"id":"222","locked":true}})");
        api.network.answerJson(R"({"data":{"id":"222","unlocked":true}})");
        api.network.answerJson(R"({"data":{"id":"222","deleted":true}})");
        api.network.answerJson(R"({"data":{"id":"222","removed":true}})");
        const CustomersApi customers(api.client);
        const CustomerId id(u"222"_s);
        Arrival<CustomerChange> locked(customers.lock(id));
        QVERIFY(locked.wait());
        Arrival<CustomerChange> unlocked(customers.unlock(id));
        QVERIFY(unlocked.wait());
        Arrival<CustomerChange> deleted(customers.remove(id));
        QVERIFY(deleted.wait());
        Arrival<CustomerChange> removed(customers.remove(id));
        QVERIFY(removed.wait());

        QVERIFY(*locked.result() == (CustomerChange{id, false, true, false}));
        QVERIFY(*unlocked.result() == (CustomerChange{id, false, false, true}));
        QVERIFY(*deleted.result() == (CustomerChange{id, true, false, false}));
        QVERIFY(*removed.result() == *deleted.result());
    }

    void onlyAnExactMatchIsFound_data()
    {
        QTest::addColumn<QByteArrayList>("identifiers");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("id");
        QTest::newRow("the one") << QByteArrayList{"a+b@x"} << u"a+b@x"_s << u"1"_s;
        QTest::newRow("none") << QByteArrayList{} << u"a"_s << QString();
        QTest::newRow("others only") << QByteArrayList{"aa", "A", "a "} << u"a"_s << QString();
        QTest::newRow("among others") << QByteArrayList{"aa", "a", "b"} << u"a"_s << u"2"_s;
    }

    void onlyAnExactMatchIsFound()
    {
        QFETCH(QByteArrayList, identifiers);
        QFETCH(QString, wanted);
        QFETCH(QString, id);
        ApiFixture api;
        api.network.answerJson(customers(identifiers));
        Arrival<Found> arrival(CustomersApi(api.client).findByIdentifier(wanted));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->has_value(), !id.isNull());
        QCOMPARE((*arrival.result()).value_or(Customer()).id.toString(), id);
        QCOMPARE(api.queried(0, u"identifier"_s), wanted);
        QCOMPARE(api.network.sent().size(), 1);
        QCOMPARE(arrival.times(), 1);
    }

    void aServerThatIgnoresTheFilterIsWalkedThrough()
    {
        ApiFixture api;
        api.network.answerJson(customers({"x", "y"}, "\"10\""));
        api.network.answerJson(customers({"z"}, "\"20\""));
        api.network.answerJson(customers({"w", "a"}, "\"30\""));
        Arrival<Found> arrival(CustomersApi(api.client).findByIdentifier(u"a"_s));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE((*arrival.result())->id.toString(), u"2"_s);
        QCOMPARE(api.network.sent().size(), 3);
        QCOMPARE(api.queried(1, u"from_id"_s), u"10"_s);
        QCOMPARE(api.queried(2, u"from_id"_s), u"20"_s);
        QCOMPARE(api.queried(2, u"identifier"_s), u"a"_s);
    }

    void aListThatPointsBackEnds()
    {
        ApiFixture api;
        api.network.answerJson(customers({"x"}, "\"10\""));
        api.network.answerJson(customers({"y"}, "\"20\""));
        api.network.answerJson(customers({"z"}, "\"10\""));
        Arrival<Found> arrival(CustomersApi(api.client).findByIdentifier(u"a"_s));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::PagingLoop);
        QCOMPARE(api.network.sent().size(), 3);
    }

    void anErrorEndsTheSearch()
    {
        ApiFixture api;
        api.network.answerJson(customers({"x"}, "\"10\""));
        api.network.answerJson(R"({"error":{"class":"ClientDisabled","message":"m"}})", 400);
        Arrival<Found> arrival(CustomersApi(api.client).findByIdentifier(u"a"_s));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().errorClass, u"ClientDisabled"_s);
    }

    void anAbortEndsTheSearchOnce()
    {
        ApiFixture api;
        api.network.answerJson(customers({"x"}, "\"10\""));
        api.hang();
        const Call<Found> call = CustomersApi(api.client).findByIdentifier(u"a"_s);
        Arrival<Found> arrival(call);
        QTRY_COMPARE(api.network.sent().size(), 2);
        call.abort();
        QVERIFY(arrival.wait());
        call.abort();
        QCOMPARE(arrival.error().kind, ErrorKind::Aborted);
        QCOMPARE(arrival.times(), 1);
        QTRY_COMPARE(api.client.activeRequests(), 0);
    }

    void theSearchEndsWithItsClient()
    {
        ApiFixture api;
        auto client = std::make_unique<ApiClient>(api.network, api.client.endpoint(), api.clock);
        api.hang();
        Arrival<Found> arrival(CustomersApi(*client).findByIdentifier(u"a"_s));
        client.reset();
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::Aborted);
        QCOMPARE(arrival.times(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCustomersApi)
#include "tst_customersapi.moc"
