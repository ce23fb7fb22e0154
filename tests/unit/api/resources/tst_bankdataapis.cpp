// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/AccountsApi.h"
#include "resources/CountriesApi.h"
#include "resources/HolderInfoApi.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;
using testing::pageOf;

namespace {

const ConnectionId connection(u"111111111111111111"_s);
const CustomerId customer(u"222222222222222222"_s);

/// What was asked for below the base URL, if it was one GET without a body.
QByteArray askedFor(const ApiFixture &api)
{
    if (api.network.sent().size() != 1 || api.network.sent().constFirst().verb != "GET" ||
        !api.network.sent().constFirst().body.isEmpty()) {
        return {};
    }
    return api.network.sent().constFirst().url().toEncoded().mid(qstrlen("https://www.saltedge.com/api/v5/"));
}

} // namespace

/// What is known of banks and at them: countries, accounts, holders.
class TestBankDataApis : public QObject
{
    Q_OBJECT

private slots:
    void countriesAreAskedForAtOnce_data()
    {
        QTest::addColumn<bool>("fakes");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("real") << false << QByteArray("countries");
        QTest::newRow("with the fakes") << true << QByteArray("countries?include_fake_providers=true");
    }

    void countriesAreAskedForAtOnce()
    {
        QFETCH(bool, fakes);
        ApiFixture api;
        api.network.answerJson(R"({"data":[{"code":"RO"},{"code":"XF"}],"meta":null})");
        Arrival<CountryPage> arrival(CountriesApi(api.client).list(fakes));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->records.size(), std::size_t(2));
        QTEST(askedFor(api), "asked");
    }

    void accountsAreAskedForByTheirOwner_data()
    {
        QTest::addColumn<bool>("ofCustomer");
        QTest::addColumn<QString>("nextId");
        QTest::addColumn<int>("perPage");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("connection") << false << QString() << 1000
                                    << QByteArray("accounts?connection_id=111111111111111111&per_page=1000");
        QTest::newRow("customer") << true << QString() << 1000
                                  << QByteArray("accounts?customer_id=222222222222222222&per_page=1000");
        QTest::newRow("from an id on")
            << true << u"9999999999999999999"_s << 100
            << QByteArray("accounts?customer_id=222222222222222222&per_page=100&from_id=9999999999999999999");
    }

    void accountsAreAskedForByTheirOwner()
    {
        QFETCH(bool, ofCustomer);
        QFETCH(QString, nextId);
        QFETCH(int, perPage);
        ApiFixture api;
        api.network.answerJson(pageOf({"3"}, "\"4\""));
        const RecordOwner owner = ofCustomer ? RecordOwner(customer) : RecordOwner(connection);
        Arrival<AccountPage> arrival(AccountsApi(api.client).list(owner, nextId, perPage));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->records.front().id, AccountId(u"3"_s));
        QCOMPARE(arrival.result()->nextId, u"4"_s);
        QTEST(askedFor(api), "asked");
    }

    void theHolderIsAskedForByConnection()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":{"names":["John Doe"]}})");
        Arrival<HolderInfo> arrival(HolderInfoApi(api.client).show(connection));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->names.value(), QStringList{u"John Doe"_s});
        QCOMPARE(askedFor(api), QByteArray("holder_info?connection_id=111111111111111111"));
    }

    void aBankThatCannotTellSaysSo()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"HolderInfoNotSupported","message":"m"}})", 400);
        Arrival<HolderInfo> arrival(HolderInfoApi(api.client).show(connection));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::Rejected);
        QCOMPARE(arrival.error().errorClass, u"HolderInfoNotSupported"_s);
    }

    void anAnswerThatCannotBeReadIsMalformed()
    {
        ApiFixture api;
        for (int i = 0; i < 3; ++i) {
            api.network.answerJson(R"({"data":7})");
        }
        Arrival<CountryPage> countries(CountriesApi(api.client).list());
        Arrival<AccountPage> accounts(AccountsApi(api.client).list(connection));
        Arrival<HolderInfo> holder(HolderInfoApi(api.client).show(connection));
        QVERIFY(countries.wait() && accounts.wait() && holder.wait());
        for (const ApiError &error : {countries.error(), accounts.error(), holder.error()}) {
            QCOMPARE(error.kind, ErrorKind::Malformed);
            QCOMPARE(error.httpStatus, 200);
            QVERIFY(!error.outcomeUnknown);
        }
    }
};

QTEST_GUILESS_MAIN(TestBankDataApis)
#include "tst_bankdataapis.moc"
