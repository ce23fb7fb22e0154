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
};

QTEST_GUILESS_MAIN(TestConsentsApi)
#include "tst_consentsapi.moc"
