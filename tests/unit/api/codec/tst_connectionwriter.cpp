// SPDX-License-Identifier: Apache-2.0
#include "RequestSamples.h"
#include "codec/ConnectionWriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace saltdesk::api;
using saltdesk::testing::data;
using saltdesk::testing::firstAttemptJson;
using saltdesk::testing::fullAttempt;
using saltdesk::testing::fullAttemptJson;
using namespace Qt::Literals::StringLiterals;

namespace {

Credential credential(const QString &name, const QByteArray &value)
{
    return {name, {Secret::copyOf(value)}, false};
}

} // namespace

class TestConnectionWriter : public QObject
{
    Q_OBJECT

private slots:
    void createSendsWhatIsSetAndNothingElse()
    {
        CreateConnectionRequest request;
        request.customerId = CustomerId(u"222"_s);
        request.countryCode = u"XF"_s;
        request.providerCode = u"fakebank_simple_xf"_s;
        request.consent.scopes = QStringList{u"account_details"_s};
        request.credentials = Credentials{credential(u"login"_s, "username"), credential(u"password"_s, "secret")};
        QCOMPARE(writeCreate(request),
                 data(R"("customer_id":"222","country_code":"XF","provider_code":"fakebank_simple_xf",)"
                      R"("consent":{"scopes":["account_details"]},)"
                      R"("credentials":{"login":"username","password":"secret"})"));
    }

    void createSendsEveryField()
    {
        CreateConnectionRequest request;
        request.customerId = CustomerId(u"222"_s);
        request.countryCode = u"XF"_s;
        request.providerCode = u"p"_s;
        request.consent = {QStringList{u"account_details"_s, u"transactions_details"_s}, QDate(2020, 6, 9),
                           QDate(2020, 9, 7), 90};
        request.attempt = fullAttempt();
        request.options = {true, false, u"business"_s};
        request.fileUrl = QUrl(u"https://example.com/a b.csv"_s);
        request.encryptedCredentials = EncryptedCredentials{u"AES-256-CBC"_s, u"c=="_s, u"k"_s, u"i"_s};
        request.credentials = Credentials{credential(u"login"_s, "must not be sent")};
        QCOMPARE(writeCreate(request),
                 data(R"("customer_id":"222","country_code":"XF","provider_code":"p",)"
                      R"("consent":{"scopes":["account_details","transactions_details"],"from_date":"2020-06-09",)"
                      R"("to_date":"2020-09-07","period_days":90},)" +
                      firstAttemptJson() +
                      R"(,"daily_refresh":true,"include_fake_providers":false,"categorization":"business",)"
                      "\"file_url\":\"https://example.com/a%20b.csv\","
                      R"("encrypted_credentials":{"algorithm":"AES-256-CBC","content":"c==","key":"k","iv":"i"})"));
    }

    void anAppKeyNamesNoCustomer()
    {
        CreateConnectionRequest request;
        request.countryCode = u"XF"_s;
        request.providerCode = u"p"_s;
        QCOMPARE(writeCreate(request), data(R"("country_code":"XF","provider_code":"p","consent":{"scopes":[]})"));
    }

    void anEmptyAttemptIsAnEmptyObject()
    {
        RefreshConnectionRequest request;
        request.attempt = AttemptRequest();
        QCOMPARE(writeRefresh(request), data(R"("attempt":{})"));
    }

    void emptyListsAreSentAsSuch()
    {
        RefreshConnectionRequest request;
        request.attempt = AttemptRequest();
        request.attempt->excludeAccounts = QStringList();
        request.attempt->customFields = QJsonObject();
        QCOMPARE(writeRefresh(request), data(R"("attempt":{"custom_fields":{},"exclude_accounts":[]})"));
    }

    void updateSendsOnlyWhatChanged_data()
    {
        QTest::addColumn<bool>("inactive");
        QTest::addColumn<int>("daily");
        QTest::addColumn<int>("store");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nothing") << false << -1 << -1 << data("");
        QTest::newRow("status") << true << -1 << -1 << data(R"("status":"inactive")");
        QTest::newRow("daily off") << false << 0 << -1 << data(R"("daily_refresh":false)");
        QTest::newRow("store off") << false << -1 << 0 << data(R"("store_credentials":false)");
        QTest::newRow("all") << true << 1 << 1
                             << data(R"("status":"inactive","daily_refresh":true,"store_credentials":true)");
    }

    void updateSendsOnlyWhatChanged()
    {
        QFETCH(bool, inactive);
        QFETCH(int, daily);
        QFETCH(int, store);
        QFETCH(QByteArray, expected);
        UpdateConnectionRequest request;
        request.setInactive = inactive;
        request.dailyRefresh = daily < 0 ? std::nullopt : std::optional(daily == 1);
        request.storeCredentials = store < 0 ? std::nullopt : std::optional(store == 1);
        QCOMPARE(writeUpdate(request), expected);
        QCOMPARE(request.isEmpty(), expected == data(""));
    }

    void reconnectSendsEveryField()
    {
        ReconnectConnectionRequest request;
        request.consent.scopes = QStringList{u"account_details"_s};
        request.attempt = fullAttempt();
        request.options.dailyRefresh = false;
        request.fileUrl = QUrl(u"https://example.com/f"_s);
        request.overrideCredentials = true;
        request.credentials = Credentials{credential(u"login"_s, "u")};
        QCOMPARE(writeReconnect(request),
                 data(R"("consent":{"scopes":["account_details"]},)" + fullAttemptJson +
                      ",\"daily_refresh\":false,\"file_url\":\"https://example.com/f\",\"override_credentials\":true,"
                      R"("credentials":{"login":"u"})"));
        QCOMPARE(writeReconnect({}), data(R"("consent":{"scopes":[]})"));
    }

    void interactiveSendsTheAnswers()
    {
        InteractiveRequest request;
        QCOMPARE(writeInteractive(request), data(R"("credentials":{})"));
        request.credentials = {credential(u"sms"_s, "123456")};
        // The very bytes of the check value in reference 1.2.
        QCOMPARE(writeInteractive(request), QByteArray(R"({"data":{"credentials":{"sms":"123456"}}})"));
        request.encryptedCredentials = EncryptedCredentials{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        QCOMPARE(writeInteractive(request),
                 data(R"("encrypted_credentials":{"algorithm":"a","content":"b","key":"c","iv":"d"})"));
    }

    void severalChoicesAreAnArray()
    {
        InteractiveRequest request;
        request.credentials = {{u"accounts"_s, {Secret::copyOf("g1"), Secret::copyOf("g2")}, true},
                               {u"one"_s, {Secret::copyOf("g1")}, true},
                               {u"none"_s, {}, true},
                               {u"empty"_s, {}, false}};
        QCOMPARE(writeInteractive(request),
                 data(R"("credentials":{"accounts":["g1","g2"],"one":["g1"],"none":[],"empty":""})"));
    }

    void refreshSendsAnEmptyObjectAtLeast()
    {
        QCOMPARE(writeRefresh({}), QByteArray(R"({"data":{}})"));
        RefreshConnectionRequest request;
        request.options = {true, true, u"none"_s};
        QCOMPARE(writeRefresh(request),
                 data(R"("daily_refresh":true,"include_fake_providers":true,"categorization":"none")"));
    }

    void everyCharacterSurvives_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("quote and backslash") << QByteArray("a\"b\\c") << QByteArray(R"(a\"b\\c)");
        QTest::newRow("control") << QByteArray("\n\t\x01\x1f") << QByteArray(R"(\u000a\u0009\u0001\u001f)");
        QTest::newRow("zero") << QByteArray("a\0b", 3) << QByteArray(R"(a\u0000b)");
        QTest::newRow("utf-8") << QByteArray("pässwörd 🔑") << QByteArray("pässwörd 🔑");
        QTest::newRow("delete") << QByteArray("\x7f") << QByteArray("\x7f");
        QTest::newRow("ends like an opening") << QByteArray("{[:") << QByteArray("{[:");
        QTest::newRow("long") << QByteArray(100'000, '"') << QByteArray(R"(\")").repeated(100'000);
    }

    void everyCharacterSurvives()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, json);
        InteractiveRequest request;
        request.credentials = {credential(u"a\"b"_s, value), credential(u"z"_s, value)};
        const QByteArray body = writeInteractive(request);
        QCOMPARE(body, data("\"credentials\":{\"a\\\"b\":\"" + json + R"(","z":")" + json + "\"}"));
        const QJsonObject credentials = QJsonDocument::fromJson(body)["data"_L1]["credentials"_L1].toObject();
        QCOMPARE(credentials[u"z"_s].toString(), QString::fromUtf8(value));
    }

    void aTextThatEndsLikeAnOpeningNeedsItsComma()
    {
        RefreshConnectionRequest request;
        request.attempt = AttemptRequest();
        request.attempt->fetchScopes = QStringList{u"["_s, u"{"_s, u":"_s, u""_s};
        request.attempt->locale = u"{"_s;
        QCOMPARE(writeRefresh(request),
                 data("\"attempt\":{\"fetch_scopes\":[\"[\",\"{\",\":\",\"\"],\"locale\":\"{\"}"));
    }
};

QTEST_APPLESS_MAIN(TestConnectionWriter)
#include "tst_connectionwriter.moc"
