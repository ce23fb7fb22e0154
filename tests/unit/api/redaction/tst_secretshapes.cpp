// SPDX-License-Identifier: Apache-2.0
#include "redaction/SecretNames.h"
#include "redaction/SecretShapes.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace saltdesk::api;

class TestSecretShapes : public QObject
{
    Q_OBJECT

private slots:
    void namesOfSecrets_data();
    void namesOfSecrets();
    void shapesAreHidden_data();
    void shapesAreHidden();
    void jsonStaysJson_data();
    void jsonStaysJson();
    void randomTextsNeverShowAMember();
    void theTimeGrowsWithTheTextAlone_data();
    void theTimeGrowsWithTheTextAlone();
};

void TestSecretShapes::namesOfSecrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name :
         {"secret", "Secret", "connection_secret", "CUSTOMER-SECRET", "password", "api_token", "token", "credentials",
          "encrypted_credentials", "connect_url", "redirect_url", "Authorization", "Proxy-Authorization", "Cookie",
          "Set-Cookie", "passphrase", "query_string"}) {
        QTest::newRow(name) << QByteArray(name) << true;
    }
    for (const char *name :
         {"id", "secrets", "status", "tokens", "identifier", "return_to", "", "s", "cookie_policy"}) {
        QTest::newRow(name) << QByteArray(name) << false;
    }
}

void TestSecretShapes::namesOfSecrets()
{
    QFETCH(const QByteArray, name);
    QTEST(isSecretName(name), "secret");
}

void TestSecretShapes::shapesAreHidden_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hidden");
    const auto row = [](const char *name, const char *text, const char *hidden) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(hidden);
    };
    row("header", "Secret: canary\nHost: a", "Secret: •••\nHost: a");
    row("header of any case", "aPP-iD:canary\r\nx", "aPP-iD:•••\r\nx");
    row("header with blanks", "> Authorization : Basic abc def\n", "> Authorization : •••\n");
    row("cookies", "Set-Cookie: a=1; b=canary", "Set-Cookie: •••");
    row("header in quotes", "curl -H 'Signature: canary' -X GET", "curl -H 'Signature: •••' -X GET");
    row("no value", "Secret:\nnext", "Secret:\nnext");
    row("a word of a sentence", "There is no secret, so nothing was sent.", "There is no secret, so nothing was sent.");
    row("member", R"({"secret":"canary","id":"1"})", R"({"secret":"•••","id":"1"})");
    row("longer name", R"({"connection_secret" : "canary"})", R"({"connection_secret" : "•••"})");
    row("quotes inside", R"({"token":"a\"canary\\","id":1})", R"({"token":"•••","id":1})");
    row("number", R"({"password": 123456, "id": 1})", R"({"password": "•••", "id": 1})");
    row("null stays", R"({"secret": null, "x": true})", R"({"secret": null, "x": true})");
    row("object", R"({"credentials":{"login":"u}","pass":{"a":"canary"}},"id":1})", R"({"credentials":"•••","id":1})");
    row("array", R"({"token":["a","canary"],"id":1})", R"({"token":"•••","id":1})");
    row("cut off in a text", R"({"id":1,"secret":"canar)", R"({"id":1,"secret":"•••)");
    row("cut off in an object", R"({"credentials":{"login":"canary)", R"({"credentials":"•••")");
    row("JSON in JSON", R"("{\"secret\":\"canary\",\"id\":1}")", R"("{\"secret\":\"•••\",\"id\":1}")");
    row("JSON in JSON, quotes inside", R"("{\"secret\":\"a\\\"canary\",\"id\":1}")",
        R"("{\"secret\":\"•••\",\"id\":1}")");
    row("JSON in JSON, object", R"("{\"credentials\":{\"a\":\"canary}\"},\"id\":1}")",
        R"("{\"credentials\":\"•••\",\"id\":1}")");
    row("pair of a debug line", R"((("Secret", "canary"), ("Accept", "a")))",
        R"((("Secret", "•••"), ("Accept", "a")))");
    row("single quotes", "{'token': 'canary', 'id': 1}", "{'token': '•••', 'id': 1}");
    row("field of a query", "https://a/connect?token=canary&x=1", "https://a/connect?token=•••&x=1");
    row("field of a form", "password=\"ca nary\" next", "password=\"•••\" next");
    row("user of an address", "https://user:canary@host/path?a@b", "https://•••@host/path?a@b");
    row("two signs at", "http://a@canary@host", "http://•••@host");
    row("no user", "https://host/a@b", "https://host/a@b");
    row("key", "a\n-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\nb",
        "a\n-----BEGIN PRIVATE KEY-----•••-----END PRIVATE KEY-----\nb");
    row("key cut off", "-----BEGIN RSA PRIVATE KEY-----\ncanary", "-----BEGIN RSA PRIVATE KEY-----•••");
    row("key on one line", R"(-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary)",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----•••");
    row("certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----");
    row("nothing", "", "");
    row("only dashes", "-----BEGIN ", "-----BEGIN ");
}

void TestSecretShapes::shapesAreHidden()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, hidden);
    QCOMPARE(hideShapes(text), hidden);
    // What was redacted on the way may be redacted again at the end.
    QCOMPARE(hideShapes(hidden), hidden);
}

void TestSecretShapes::jsonStaysJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("text") << QByteArray(R"({"secret":"a\\","b":[1,{"token":"x"}]})");
    QTest::newRow("number") << QByteArray(R"({"token":-1.5e3,"b":1})");
    QTest::newRow("last") << QByteArray(R"({"b":1,"token":12})");
    QTest::newRow("null") << QByteArray(R"({"b":1,"token":null})");
    QTest::newRow("object") << QByteArray(R"({"credentials":{},"b":{"credentials":[{"a":"]"}]}})");
    QTest::newRow("laid out") << QByteArray("{\n  \"secret\" :\n  \"x\"\n}");
}

void TestSecretShapes::jsonStaysJson()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
    QVERIFY2(!QJsonDocument::fromJson(hideShapes(json)).isNull(), hideShapes(json).constData());
}

namespace {

QByteArray randomText(QRandomGenerator &random)
{
    static const QByteArrayList pieces{"\"secret\"", ":",   "\"",    "\\",     "{",           "}",    "[", "]",
                                       "Secret: ",   "\n",  " ",     "token=", "://",         "@",    "'", "&",
                                       "\"token\":", "123", "-----", "BEGIN ", "PRIVATE KEY", "END ", "é", "a"};
    QByteArray text;
    for (int i = random.bounded(40); i > 0; --i) {
        text += pieces[random.bounded(int(pieces.size()))];
    }
    return text;
}

} // namespace

void TestSecretShapes::randomTextsNeverShowAMember()
{
    QRandomGenerator random(42);
    for (int i = 0; i < 20'000; ++i) {
        // Whatever stands around it: what is cut off before is hidden with it, or it is hidden by itself.
        const QByteArray text = randomText(random) + " \n;\"connection_secret\":\"canary\"" + randomText(random);
        QVERIFY2(!hideShapes(text).contains("canary"), text.constData());
    }
}

void TestSecretShapes::theTimeGrowsWithTheTextAlone_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"://", "\"secret\":", "secret ", "\\\\\\", "\"secret\\", "-----BEGIN ", "{",
                              "token=", "@", "'Secret", "://a@", "-"}) {
        QTest::newRow(piece) << QByteArray(piece);
    }
}

void TestSecretShapes::theTimeGrowsWithTheTextAlone()
{
    QFETCH(const QByteArray, piece);
    // Quadratic work on two million bytes would take minutes.
    const QByteArray text = piece.repeated(int(2'000'000 / piece.size()));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!hideShapes(text).isEmpty());
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestSecretShapes)
#include "tst_secretshapes.moc"
