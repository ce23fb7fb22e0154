// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ProvidersApi.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;
using testing::pageOf;

Q_DECLARE_METATYPE(saltdesk::api::ProviderFilter)

namespace {

constexpr auto base = "https://www.saltedge.com/api/v5/";

ProviderFilter everything()
{
    return {QDate(2020, 9, 7), u"XF"_s, u"oauth"_s, true, true, u"client"_s, true};
}

} // namespace

class TestProvidersApi : public QObject
{
    Q_OBJECT

private slots:
    void aListIsAskedForByteByByte_data();
    void aListIsAskedForByteByByte();
    void theNextPageKeepsTheFilter();
    void oneIsShownByItsCode_data();
    void oneIsShownByItsCode();
    void whatIsNoCodeAsksForNothing_data();
    void whatIsNoCodeAsksForNothing();
    void anAnswerThatCannotBeReadIsMalformed();
    void aRefusalKeepsItsClass();
};

void TestProvidersApi::aListIsAskedForByteByByte_data()
{
    QTest::addColumn<ProviderFilter>("filter");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("nothing") << ProviderFilter() << QByteArray("per_page=1000");
    QTest::newRow("everything")
        << everything()
        << QByteArray("from_date=2020-09-07&country_code=XF&mode=oauth&include_fake_providers=true&"
                      "include_provider_fields=true&provider_key_owner=client&include_payments_fields=true&"
                      "per_page=1000");
    ProviderFilter no;
    no.includeFakeProviders = no.includeProviderFields = no.includePaymentsFields = false;
    QTest::newRow("no is sent too") << no
                                    << QByteArray("include_fake_providers=false&include_provider_fields=false&"
                                                  "include_payments_fields=false&per_page=1000");
    ProviderFilter odd;
    odd.countryCode = u"X&F=1"_s;
    QTest::newRow("encoded") << odd << QByteArray("country_code=X%26F%3D1&per_page=1000");
}

void TestProvidersApi::aListIsAskedForByteByByte()
{
    QFETCH(ProviderFilter, filter);
    QFETCH(QByteArray, query);
    ApiFixture api;
    api.network.answerJson(pageOf({"67", "68"}, "\"69\""));
    Arrival<ProviderPage> arrival(ProvidersApi(api.client).list(filter));
    QVERIFY(arrival.wait());
    QVERIFY(arrival.ok());
    QCOMPARE(arrival.result()->records.size(), std::size_t(2));
    QCOMPARE(arrival.result()->nextId, u"69"_s);
    QCOMPARE(api.network.sent().size(), 1);
    QCOMPARE(api.network.sent().constFirst().verb, QByteArray("GET"));
    QCOMPARE(api.network.sent().constFirst().url().toEncoded(), base + QByteArray("providers?") + query);
    QVERIFY(api.network.sent().constFirst().body.isEmpty());
}

void TestProvidersApi::theNextPageKeepsTheFilter()
{
    ApiFixture api;
    api.network.answerJson(pageOf({}));
    ProviderFilter filter;
    filter.countryCode = u"RO"_s;
    Arrival<ProviderPage> arrival(ProvidersApi(api.client).list(filter, u"69"_s, 100));
    QVERIFY(arrival.wait());
    QVERIFY(arrival.ok());
    QCOMPARE(api.network.sent().constFirst().url().toEncoded(),
             base + QByteArray("providers?country_code=RO&per_page=100&from_id=69"));
}

void TestProvidersApi::oneIsShownByItsCode_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("fakes");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("plain") << u"fakebank_simple_xf"_s << false << QByteArray("providers/fakebank_simple_xf");
    QTest::newRow("fake") << u"fakebank_simple_xf"_s << true
                          << QByteArray("providers/fakebank_simple_xf?include_fake_providers=true");
    QTest::newRow("slash") << u"a/b"_s << false << QByteArray("providers/a%2Fb");
    QTest::newRow("back up") << u"../customers"_s << false << QByteArray("providers/..%2Fcustomers");
    QTest::newRow("query") << u"a?customer_id=1#x"_s << false << QByteArray("providers/a%3Fcustomer_id%3D1%23x");
    QTest::newRow("percent") << u"a%2Fb"_s << false << QByteArray("providers/a%252Fb");
    QTest::newRow("space") << u"a b"_s << false << QByteArray("providers/a%20b");
    QTest::newRow("umlaut") << u"bänk"_s << false << QByteArray("providers/b%C3%A4nk");
}

void TestProvidersApi::oneIsShownByItsCode()
{
    QFETCH(QString, code);
    QFETCH(bool, fakes);
    QFETCH(QByteArray, path);
    ApiFixture api;
    api.network.answerJson(R"({"data":{"id":"67","code":"c","required_fields":[{"name":"login"}]}})");
    Arrival<Provider> arrival(ProvidersApi(api.client).show(code, fakes));
    QVERIFY(arrival.wait());
    QVERIFY(arrival.ok());
    QCOMPARE(arrival.result()->requiredFields->front().name, u"login"_s);
    QCOMPARE(api.network.sent().size(), 1);
    QCOMPARE(api.network.sent().constFirst().verb, QByteArray("GET"));
    QCOMPARE(api.network.sent().constFirst().url().toEncoded(), base + path);
}

void TestProvidersApi::whatIsNoCodeAsksForNothing_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("empty, which would list") << QString();
    QTest::newRow("here") << u"."_s;
    QTest::newRow("above") << u".."_s;
}

void TestProvidersApi::whatIsNoCodeAsksForNothing()
{
    QFETCH(QString, code);
    ApiFixture api;
    Arrival<Provider> arrival(ProvidersApi(api.client).show(code));
    QVERIFY(arrival.wait());
    QCOMPARE(arrival.error().kind, ErrorKind::ForbiddenUrl);
    QVERIFY(api.network.sent().isEmpty());
}

void TestProvidersApi::anAnswerThatCannotBeReadIsMalformed()
{
    ApiFixture api;
    api.network.answerJson(R"({"data":{"code":"no id"}})");
    Arrival<Provider> arrival(ProvidersApi(api.client).show(u"c"_s));
    QVERIFY(arrival.wait());
    QCOMPARE(arrival.error().kind, ErrorKind::Malformed);
    QCOMPARE(arrival.error().httpStatus, 200);
    QVERIFY(!arrival.error().outcomeUnknown);
}

void TestProvidersApi::aRefusalKeepsItsClass()
{
    ApiFixture api;
    api.network.answerJson(R"({"error":{"class":"ProviderNotFound","message":"m"}})", 404);
    Arrival<Provider> arrival(ProvidersApi(api.client).show(u"c"_s));
    QVERIFY(arrival.wait());
    QCOMPARE(arrival.error().kind, ErrorKind::Rejected);
    QCOMPARE(arrival.error().errorClass, u"ProviderNotFound"_s);
    QCOMPARE(arrival.times(), 1);
}

QTEST_GUILESS_MAIN(TestProvidersApi)
#include "tst_providersapi.moc"
