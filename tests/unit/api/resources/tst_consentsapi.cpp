// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ConsentsApi.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;
using testing::pageOf;

Q_DECLARE_METATYPE(RecordOwner)

class TestConsentsApi : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsAskedForByCustomer()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"5"}, "\"6\""));
        Arrival<ConsentPage> arrival(ConsentsApi(api.client).list(CustomerId(u"222"_s)));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->records.front().id, ConsentId(u"5"_s));
        QCOMPARE(arrival.result()->nextId, u"6"_s);
        QCOMPARE(api.path(0), u"/api/v5/consents"_s);
        QCOMPARE(api.queried(0, u"customer_id"_s), u"222"_s);
        QCOMPARE(api.queried(0, u"per_page"_s), u"1000"_s);
        QVERIFY(api.queried(0, u"from_id"_s).isNull());
    }

    void theNextPageStartsAtItsId()
    {
        ApiFixture api;
        api.network.answerJson("[]");
        Arrival<ConsentPage> arrival(ConsentsApi(api.client).list(CustomerId(u"222"_s), u"6"_s, 100));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::Malformed);
        QVERIFY(!arrival.error().outcomeUnknown);
        QCOMPARE(api.queried(0, u"from_id"_s), u"6"_s);
        QCOMPARE(api.queried(0, u"per_page"_s), u"100"_s);
    }

    void theirOwnerStandsInTheQueryAlone_data()
    {
        QTest::addColumn<RecordOwner>("owner");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("connection") << RecordOwner(ConnectionId(u"111"_s)) << QByteArray("connection_id=111");
        QTest::newRow("customer") << RecordOwner(CustomerId(u"222"_s)) << QByteArray("customer_id=222");
    }

    void theirOwnerStandsInTheQueryAlone()
    {
        QFETCH(RecordOwner, owner);
        QFETCH(QByteArray, query);
        ApiFixture api;
        api.network.answerJson(pageOf({"5"}));
        api.network.answerJson(R"({"data":{"id":"5","status":"active"}})");
        api.network.answerJson(R"({"data":{"id":"5","status":"revoked","revoke_reason":"client"}})");
        const ConsentsApi consents(api.client);
        const ConsentId id(u"5"_s);
        Arrival<ConsentPage> list(consents.list(owner));
        QVERIFY(list.wait());
        Arrival<Consent> shown(consents.show(id, owner));
        QVERIFY(shown.wait());
        Arrival<Consent> revoked(consents.revoke(id, owner));
        QVERIFY(revoked.wait());

        QVERIFY(list.ok());
        QCOMPARE(shown.result()->status.known, ConsentStatus::Active);
        QCOMPARE(revoked.result()->status.known, ConsentStatus::Revoked);
        QCOMPARE(revoked.result()->revokeReason.value(), u"client"_s);
        const QByteArray base = "https://www.saltedge.com/api/v5/consents";
        QCOMPARE(api.network.sent().at(0).url().toEncoded(), base + '?' + query + "&per_page=1000");
        QCOMPARE(api.network.sent().at(1).url().toEncoded(), base + "/5?" + query);
        QCOMPARE(api.network.sent().at(1).verb, QByteArray("GET"));
        QCOMPARE(api.network.sent().at(2).url().toEncoded(), base + "/5/revoke?" + query);
        QCOMPARE(api.network.sent().at(2).verb, QByteArray("PUT"));
    }

    void aConsentThatIsOverIsAClearNo()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"AispConsentAlreadyRevoked","message":"m"}})", 400);
        Arrival<Consent> arrival(ConsentsApi(api.client).revoke(ConsentId(u"5"_s), ConnectionId(u"111"_s)));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().errorClass, u"AispConsentAlreadyRevoked"_s);
        QVERIFY(!arrival.error().outcomeUnknown);
    }
};

QTEST_GUILESS_MAIN(TestConsentsApi)
#include "tst_consentsapi.moc"
