// SPDX-License-Identifier: Apache-2.0
#include "RequestSamples.h"
#include "codec/CustomerWriter.h"
#include "codec/SessionWriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::data;
using testing::OptionalField;

namespace {

const QByteArray consentJson = R"("consent":{"scopes":["account_details"]})";

template <class Request>
using Fields = std::vector<OptionalField<Request>>;

template <class Request>
void append(Fields<Request> &fields, const Fields<Request> &more)
{
    fields.insert(fields.end(), more.begin(), more.end());
}

/// What all three sessions end with.
template <class Request>
Fields<Request> sessionOptions()
{
    return {
        {R"("daily_refresh":true)", [](Request &r) { r.options.fetch.dailyRefresh = true; }},
        {R"("include_fake_providers":false)", [](Request &r) { r.options.fetch.includeFakeProviders = false; }},
        {R"("categorization":"business")", [](Request &r) { r.options.fetch.categorization = u"business"_s; }},
        {R"("return_connection_id":true)", [](Request &r) { r.options.returnConnectionId = true; }},
        {R"("return_error_class":false)", [](Request &r) { r.options.returnErrorClass = false; }},
        {R"("javascript_callback_type":"post_message")",
         [](Request &r) { r.options.javascriptCallbackType = u"post_message"_s; }},
        {R"("lost_connection_notify":true)", [](Request &r) { r.options.lostConnectionNotify = true; }},
        {R"("connect_template":"a \"b\"")", [](Request &r) { r.options.connectTemplate = u"a \"b\""_s; }},
        {R"("theme":"dark")", [](Request &r) { r.options.theme = u"dark"_s; }},
        {R"("provider_modes":["oauth","file"])",
         [](Request &r) {
             r.options.providerModes = QStringList{u"oauth"_s, u"file"_s};
         }},
        {R"("show_connect_overview":false)", [](Request &r) { r.options.showConnectOverview = false; }},
    };
}

template <class Request>
Fields<Request> attemptAs(const QByteArray &json)
{
    return {{json, [](Request &r) { r.attempt = testing::fullAttempt(); }}};
}

Fields<CreateConnectSessionRequest> createFields()
{
    using Request = CreateConnectSessionRequest;
    Fields<Request> fields = attemptAs<Request>(testing::firstAttemptJson());
    append(fields, {{R"("provider_code":"p_xf")", [](Request &r) { r.providerCode = u"p_xf"_s; }},
                    {R"("allowed_countries":["XF","RO"])",
                     [](Request &r) {
                         r.allowedCountries = QStringList{u"XF"_s, u"RO"_s};
                     }},
                    {R"("disable_provider_search":true)", [](Request &r) { r.disableProviderSearch = true; }},
                    {R"("show_consent_confirmation":false)", [](Request &r) { r.showConsentConfirmation = false; }},
                    {R"("credentials_strategy":"do_not_store")",
                     [](Request &r) { r.credentialsStrategy = u"do_not_store"_s; }}});
    append(fields, sessionOptions<Request>());
    return fields;
}

Fields<ReconnectConnectSessionRequest> reconnectFields()
{
    using Request = ReconnectConnectSessionRequest;
    Fields<Request> fields = attemptAs<Request>(testing::fullAttemptJson);
    append(fields, {{R"("show_consent_confirmation":true)", [](Request &r) { r.showConsentConfirmation = true; }},
                    {R"("credentials_strategy":"ask")", [](Request &r) { r.credentialsStrategy = u"ask"_s; }},
                    {R"("override_credentials_strategy":"override")",
                     [](Request &r) { r.overrideCredentialsStrategy = u"override"_s; }}});
    append(fields, sessionOptions<Request>());
    return fields;
}

Fields<RefreshConnectSessionRequest> refreshFields()
{
    using Request = RefreshConnectSessionRequest;
    Fields<Request> fields = attemptAs<Request>(testing::fullAttemptJson);
    append(fields, sessionOptions<Request>());
    return fields;
}

template <class Request>
Fields<Request> oauthFields(const QByteArray &attemptJson)
{
    Fields<Request> fields = attemptAs<Request>(attemptJson);
    append(fields, {{R"("return_connection_id":false)", [](Request &r) { r.returnConnectionId = false; }},
                    {R"("daily_refresh":true)", [](Request &r) { r.options.dailyRefresh = true; }},
                    {R"("include_fake_providers":true)", [](Request &r) { r.options.includeFakeProviders = true; }},
                    {R"("categorization":"none")", [](Request &r) { r.options.categorization = u"none"_s; }}});
    return fields;
}

/// A request about customer 222 or connection 111, with the one consent that has to be there.
template <class Request>
Request least()
{
    Request request;
    if constexpr (requires { request.customerId; }) {
        request.customerId = CustomerId(u"222"_s);
    } else {
        request.connectionId = ConnectionId(u"111"_s);
    }
    if constexpr (requires { request.consent; }) {
        request.consent.scopes = QStringList{u"account_details"_s};
    }
    return request;
}

CreateOAuthRequest leastOAuth()
{
    CreateOAuthRequest request = least<CreateOAuthRequest>();
    request.countryCode = u"XF"_s;
    request.providerCode = u"p_xf"_s;
    return request;
}

AuthorizeOAuthRequest authorization(const QByteArray &queryString)
{
    return {ConnectionId(u"111"_s), Secret::copyOf(queryString)};
}

} // namespace

class TestSessionWriter : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSetIsSentAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto session = [](const auto &request) { return writeConnectSession(request); };
        const auto oauth = [](const auto &request) { return writeOAuth(request); };
        const QByteArray ofConnection = R"("connection_id":"111")";
        testing::addOptionalFields("session create", least<CreateConnectSessionRequest>(),
                                   R"("customer_id":"222",)" + consentJson, createFields(), session);
        testing::addOptionalFields("session reconnect", least<ReconnectConnectSessionRequest>(),
                                   ofConnection + ',' + consentJson, reconnectFields(), session);
        testing::addOptionalFields("session refresh", least<RefreshConnectSessionRequest>(), ofConnection,
                                   refreshFields(), session);
        testing::addOptionalFields("OAuth create", leastOAuth(),
                                   R"("customer_id":"222","country_code":"XF","provider_code":"p_xf",)" + consentJson,
                                   oauthFields<CreateOAuthRequest>(testing::firstAttemptJson()), oauth);
        testing::addOptionalFields("OAuth reconnect", least<ReconnectOAuthRequest>(), ofConnection + ',' + consentJson,
                                   oauthFields<ReconnectOAuthRequest>(testing::fullAttemptJson), oauth);
    }

    void whatIsSetIsSentAndNothingElse()
    {
        QFETCH(QByteArray, body);
        QTEST(body, "expected");
    }

    void whatTheBankAppendedKeepsEveryCharacter_data()
    {
        QTest::addColumn<QByteArray>("queryString");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("as banks send it") << QByteArray("code=a%20b&state=c+d") << QByteArray("code=a%20b&state=c+d");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("quote and backslash") << QByteArray(R"(a="b\c")") << QByteArray(R"(a=\"b\\c\")");
        QTest::newRow("control") << QByteArray("\n\x01") << QByteArray(R"(\u000a\u0001)");
        QTest::newRow("utf-8") << QByteArray("name=בנק🏦") << QByteArray("name=בנק🏦");
        QTest::newRow("markup") << QByteArray("<b>&amp;") << QByteArray("<b>&amp;");
    }

    void whatTheBankAppendedKeepsEveryCharacter()
    {
        QFETCH(QByteArray, queryString);
        QFETCH(QByteArray, json);
        const QByteArray body = writeOAuth(authorization(queryString));
        QCOMPARE(body, data("\"connection_id\":\"111\",\"query_string\":\"" + json + '"'));
        QCOMPARE(QJsonDocument::fromJson(body)["data"_L1]["query_string"_L1].toString(),
                 QString::fromUtf8(queryString));
    }

    void theBufferHasRoomBeforeTheQueryStringIsWritten_data()
    {
        QTest::addColumn<QByteArray>("queryString");
        QTest::newRow("plain") << QByteArray(100'000, 'a');
        QTest::newRow("all escaped") << QByteArray(100'000, '\x01');
    }

    /// A buffer that grew while it was written would have left a copy of the credential behind.
    void theBufferHasRoomBeforeTheQueryStringIsWritten()
    {
        QFETCH(QByteArray, queryString);
        const QByteArray before = "{\"data\":{\"connection_id\":\"111\"";
        const QByteArray body = writeOAuth(authorization(queryString));
        QVERIFY(body.size() <= before.size() + 6 * queryString.size() + 32);
        // More than doubling would have given: the room was made at once and for the worst case.
        QVERIFY(body.capacity() >= before.size() + 6 * queryString.size() + 32);
    }

    void aCustomerIsCreatedByItsIdentifier_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("plain") << u"helpdesk-000123"_s << QByteArray("helpdesk-000123");
        QTest::newRow("address") << u"a+b@example.com"_s << QByteArray("a+b@example.com");
        QTest::newRow("quote and backslash") << u"a\"b\\c"_s << QByteArray(R"(a\"b\\c)");
        QTest::newRow("arabic and emoji") << u"زبون 🏦"_s << QByteArray("زبون 🏦");
        QTest::newRow("markup") << u"<b>&</b>"_s << QByteArray("<b>&</b>");
        QTest::newRow("500 characters") << QString(500, u'x') << QByteArray(500, 'x');
    }

    void aCustomerIsCreatedByItsIdentifier()
    {
        QFETCH(QString, identifier);
        QFETCH(QByteArray, json);
        QCOMPARE(writeCreateCustomer(identifier), data("\"identifier\":\"" + json + '"'));
    }
};

QTEST_APPLESS_MAIN(TestSessionWriter)
#include "tst_sessionwriter.moc"
