// SPDX-License-Identifier: Apache-2.0
#include "SigningKey.h"

#include "clock/ManualClock.h"
#include "http/Gatekeeper.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class GatekeeperTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyIsAskedForFirst_data();
    void aKeyIsAskedForFirst();
    void expiryIsJudged_data();
    void expiryIsJudged();
    void withFasterBanksAClientMayGoByEitherClock();
    void aSignedRequestIsAdmitted_data();
    void aSignedRequestIsAdmitted();
    void aChangedRequestIsNotAdmitted_data();
    void aChangedRequestIsNotAdmitted();
    void signaturesAreMandatoryOnceAKeyIsRegistered();
    void aSignatureNeedsARegisteredKey();
    void onlyRsaPublicKeysAreTaken();
    void mediaTypesAreJson_data();
    void mediaTypesAreJson();

private:
    static constexpr qlonglong time = 1700000000;
    ManualClock m_clock{Instant(std::chrono::seconds(time))};
    SigningKey m_key;

    static Request plain()
    {
        return {.method = "GET",
                .target = "/api/v5/connections?customer_id=1",
                .origin = "https://127.0.0.1:8443",
                .headers = {{"app-id", "a"}, {"secret", "s"}, {"accept", "application/json"}}};
    }
    Request signedRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body) const
    {
        Request request = plain();
        request.method = method;
        request.target = target;
        request.body = body;
        request.headers["content-type"] = "application/json";
        request.headers["expires-at"] = "1700000060";
        const QByteArray text = "1700000060|" + method + "|https://127.0.0.1:8443" + target + "|" + body;
        request.headers["signature"] = m_key.sign(text);
        return request;
    }
    Gatekeeper open() const { return {{"a", "s"}, false}; }
    Gatekeeper strict() const { return {{"a", "s", PublicKey::fromPem(m_key.publicPem())}, false}; }
    QString verdict(const Gatekeeper &gate, const Request &request) const
    {
        const auto admitted = gate.admit(request, m_clock);
        return admitted ? QString() : admitted.error().errorClass;
    }
};

void GatekeeperTest::aKeyIsAskedForFirst_data()
{
    QTest::addColumn<QByteArray>("appId");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("expected");
    QTest::newRow("right") << QByteArray("a") << QByteArray("s") << QString();
    QTest::newRow("no id") << QByteArray() << QByteArray("s") << u"AppIdNotProvided"_s;
    QTest::newRow("no secret") << QByteArray("a") << QByteArray() << u"SecretNotProvided"_s;
    QTest::newRow("neither") << QByteArray() << QByteArray() << u"AppIdNotProvided"_s;
    QTest::newRow("wrong id") << QByteArray("b") << QByteArray("s") << u"ApiKeyNotFound"_s;
    QTest::newRow("wrong secret") << QByteArray("a") << QByteArray("t") << u"ApiKeyNotFound"_s;
    QTest::newRow("other case") << QByteArray("A") << QByteArray("s") << u"ApiKeyNotFound"_s;
}

void GatekeeperTest::aKeyIsAskedForFirst()
{
    QFETCH(QByteArray, appId);
    QFETCH(QByteArray, secret);
    Request request = plain();
    request.headers["app-id"] = appId;
    request.headers["secret"] = secret;
    QTEST(verdict(open(), request), "expected");
    if (appId.isEmpty()) {
        request.headers.remove("app-id");
        QTEST(verdict(open(), request), "expected");
    }
}

void GatekeeperTest::expiryIsJudged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a minute ahead") << QByteArray("1700000060") << QString();
    QTest::newRow("with a fraction") << QByteArray("1700000060.25") << QString();
    QTest::newRow("an hour ahead") << QByteArray("1700003600") << QString();
    QTest::newRow("over an hour ahead") << QByteArray("1700003601") << u"ExpiresAtInvalid"_s;
    QTest::newRow("now") << QByteArray("1700000000") << u"RequestExpired"_s;
    QTest::newRow("past") << QByteArray("1699999999") << u"RequestExpired"_s;
    QTest::newRow("milliseconds") << QByteArray("1700000060000") << u"ExpiresAtInvalid"_s;
    QTest::newRow("words") << QByteArray("soon") << u"ExpiresAtInvalid"_s;
    QTest::newRow("empty") << QByteArray("") << u"ExpiresAtInvalid"_s;
    QTest::newRow("negative") << QByteArray("-5") << u"ExpiresAtInvalid"_s;
    QTest::newRow("infinite") << QByteArray("inf") << u"ExpiresAtInvalid"_s;
    QTest::newRow("not a number") << QByteArray("nan") << u"ExpiresAtInvalid"_s;
}

void GatekeeperTest::expiryIsJudged()
{
    QFETCH(QByteArray, text);
    Request request = plain();
    request.headers["expires-at"] = text;
    QTEST(verdict(open(), request), "expected");
}

void GatekeeperTest::withFasterBanksAClientMayGoByEitherClock()
{
    struct FastClock final : Clock
    {
        [[nodiscard]] Instant now() const override { return Instant(std::chrono::seconds(time + 90000)); }
        [[nodiscard]] Instant wall() const override { return Instant(std::chrono::seconds(time)); }
    } fast;
    Request request = plain();
    for (const char *text : {"1700000060", "1700090060"}) {
        request.headers["expires-at"] = text;
        QVERIFY(open().admit(request, fast).has_value());
    }
    request.headers["expires-at"] = "1699999990";
    QCOMPARE(open().admit(request, fast).error().errorClass, u"RequestExpired"_s);
}

void GatekeeperTest::aSignedRequestIsAdmitted_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("get") << QByteArray("GET") << QByteArray("/api/v5/connections?customer_id=222") << QByteArray();
    QTest::newRow("encoded") << QByteArray("GET") << QByteArray("/api/v5/customers?identifier=a%20b%2Bc")
                             << QByteArray();
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/api/v5/connections/111") << QByteArray();
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("/api/v5/connections/111/interactive")
                         << QByteArray(R"({"data":{"credentials":{"sms":"123456"}}})");
    QTest::newRow("utf-8") << QByteArray("POST") << QByteArray("/api/v5/connections")
                           << QByteArray("{\"data\":{\"x\":\"\xC3\xA4\"}}");
}

void GatekeeperTest::aSignedRequestIsAdmitted()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QCOMPARE(verdict(strict(), signedRequest(method, target, body)), QString());
}

void GatekeeperTest::aChangedRequestIsNotAdmitted_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"method", "path", "query", "host", "body", "expires-at", "base64", "other key"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void GatekeeperTest::aChangedRequestIsNotAdmitted()
{
    QFETCH(QString, what);
    Request request = signedRequest("PUT", "/api/v5/connections/1?a=b", "{}");
    QCOMPARE(verdict(strict(), request), QString());
    if (what == "method"_L1) {
        request.method = "POST";
    } else if (what == "path"_L1) {
        request.target = "/api/v5/connections/2?a=b";
    } else if (what == "query"_L1) {
        request.target = "/api/v5/connections/1?a=%62";
    } else if (what == "host"_L1) {
        request.origin = "https://localhost:8443";
    } else if (what == "body"_L1) {
        request.body = "{ }";
    } else if (what == "expires-at"_L1) {
        request.headers["expires-at"] = "1700000061";
    } else if (what == "base64"_L1) {
        request.headers["signature"] = "!" + request.headers["signature"];
    } else {
        const QByteArray text = "1700000060|PUT|https://127.0.0.1:8443/api/v5/connections/1?a=b|{}";
        request.headers["signature"] = SigningKey().sign(text);
    }
    QCOMPARE(verdict(strict(), request), u"SignatureNotMatch"_s);
}

void GatekeeperTest::signaturesAreMandatoryOnceAKeyIsRegistered()
{
    Request request = plain();
    QCOMPARE(verdict(strict(), request), u"MissingExpiresAt"_s);
    request.headers["expires-at"] = "1700000060";
    QCOMPARE(verdict(strict(), request), u"MissingSignature"_s);
    request.headers["signature"] = "";
    QCOMPARE(verdict(strict(), request), u"MissingSignature"_s);
    QCOMPARE(verdict(open(), plain()), QString());
}

void GatekeeperTest::aSignatureNeedsARegisteredKey()
{
    const Request request = signedRequest("GET", "/api/v5/customers", {});
    QCOMPARE(verdict(open(), request), u"PublicKeyNotProvided"_s);
    QCOMPARE(verdict(Gatekeeper({"a", "s"}, true), request), QString());
}

void GatekeeperTest::onlyRsaPublicKeysAreTaken()
{
    QVERIFY(PublicKey::fromPem(m_key.publicPem()).has_value());
    QVERIFY(!PublicKey::fromPem({}).has_value());
    QVERIFY(!PublicKey::fromPem("-----BEGIN PUBLIC KEY-----\nrubbish\n-----END PUBLIC KEY-----\n").has_value());
    const QByteArray ellipticCurve = "-----BEGIN PUBLIC KEY-----\n"
                                     "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9\n"
                                     "q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==\n"
                                     "-----END PUBLIC KEY-----\n";
    QVERIFY(!PublicKey::fromPem(ellipticCurve).has_value());
}

void GatekeeperTest::mediaTypesAreJson_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("admitted");
    const QByteArray json = "application/json";
    QTest::newRow("both") << json << json << QByteArray("{}") << true;
    QTest::newRow("anything") << QByteArray("*/*") << json << QByteArray("{}") << true;
    QTest::newRow("charset") << json << QByteArray("application/json; charset=utf-8") << QByteArray("{}") << true;
    QTest::newRow("get") << json << QByteArray() << QByteArray() << true;
    QTest::newRow("no accept") << QByteArray() << json << QByteArray() << false;
    QTest::newRow("wants html") << QByteArray("text/html") << json << QByteArray() << false;
    QTest::newRow("form") << json << QByteArray("application/x-www-form-urlencoded") << QByteArray("a=b") << false;
    QTest::newRow("untyped body") << json << QByteArray() << QByteArray("{}") << false;
}

void GatekeeperTest::mediaTypesAreJson()
{
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(bool, admitted);
    Request request = plain();
    request.headers["accept"] = accept;
    request.headers["content-type"] = type;
    request.body = body;
    QCOMPARE(verdict(open(), request), admitted ? QString() : u"WrongRequestFormat"_s);
    QCOMPARE(verdict(Gatekeeper({"a", "s"}, true), request), QString());
}

QTEST_APPLESS_MAIN(GatekeeperTest)
#include "tst_gatekeeper.moc"
