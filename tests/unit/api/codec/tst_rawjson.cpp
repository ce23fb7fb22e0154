// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/RawJson.h"

#include <QJsonDocument>
#include <QTest>

using saltdesk::api::RawJson;
using namespace saltdesk;

class TestRawJson : public QObject
{
    Q_OBJECT

private slots:
    void everySecretIsMaskedAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("secret") << QByteArray(R"({"id":"1","secret":"s3cr3t","x":1})")
                                << QByteArray(R"({"id":"1","secret":"•••","x":1})");
        QTest::newRow("name that ends in it") << QByteArray(R"({"connection_secret":"s3cr3t","client_secret":7})")
                                              << QByteArray(R"({"connection_secret":"•••","client_secret":"•••"})");
        QTest::newRow("upper case") << QByteArray(R"({"Secret":"s3cr3t"})") << QByteArray(R"({"Secret":"•••"})");
        QTest::newRow("escaped name") << QByteArray("{\"s\\u0065cret\":\"s3cr3t\"}")
                                      << QByteArray("{\"s\\u0065cret\":\"•••\"}");
        QTest::newRow("token") << QByteArray(R"({"token" : "s3cr3t" })") << QByteArray(R"({"token" : "•••" })");
        QTest::newRow("credentials") << QByteArray(R"({"data":{"credentials":{"login":"u","password":"s3cr3t"}}})")
                                     << QByteArray(R"({"data":{"credentials":"•••"}})");
        QTest::newRow("encrypted") << QByteArray(R"([{"encrypted_credentials":{"key":["s3cr3t"]},"a":[1]}])")
                                   << QByteArray(R"([{"encrypted_credentials":"•••","a":[1]}])");
        QTest::newRow("error request")
            << QByteArray(R"({"request":{"credentials":{"p":"s3cr3t"}},"error":{"class":"X","message":"m"}})")
            << QByteArray(R"({"request":"•••","error":{"class":"X","message":"m"}})");
        QTest::newRow("request inside") << QByteArray(R"({"data":{"request":1}})")
                                        << QByteArray(R"({"data":{"request":1}})");
        QTest::newRow("secret as a value")
            << QByteArray(R"({"a":"secret","b":["token"]})") << QByteArray(R"({"a":"secret","b":["token"]})");
        QTest::newRow("quote in the secret")
            << QByteArray("{\"secret\":\"a\\\"b\\\\\",\"c\":2}") << QByteArray(R"({"secret":"•••","c":2})");
        QTest::newRow("list of records") << QByteArray(R"({"data":[{"secret":"a"},{"secret":"b"}]})")
                                         << QByteArray(R"({"data":[{"secret":"•••"},{"secret":"•••"}]})");
        QTest::newRow("order and numbers") << QByteArray(R"({"z":1.10,"a":12345678901234567890123,"m":-0.0e-5})")
                                           << QByteArray(R"({"z":1.10,"a":12345678901234567890123,"m":-0.0e-5})");
    }

    void everySecretIsMaskedAndNothingElse()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, expected);
        const RawJson raw = RawJson::masked(json);
        QCOMPARE(raw.bytes(), expected);
        QVERIFY(!raw.bytes().contains("s3cr3t"));
        QVERIFY(!raw.indented().contains("s3cr3t"));
    }

    void maskingTwiceChangesNothing()
    {
        const RawJson once = RawJson::masked(testing::enveloped(testing::connectionSample));
        QVERIFY(!once.bytes().contains("secret-of-the-connection-sample"));
        QCOMPARE(RawJson::masked(once.bytes()).bytes(), once.bytes());
    }

    void whatIsNotJsonIsNotShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>s3cr3t</html>");
        QTest::newRow("cut off") << QByteArray("{\"secret\":\"s3cr3t");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"s3cr3t\":\"\xff\"}");
        QTest::newRow("binary") << QByteArray("\0\x01s3cr3t\0", 9);
        QTest::newRow("too deep") << testing::with(testing::nested(10'000), "[]", R"(["s3cr3t"])");
        QTest::newRow("two documents") << QByteArray(R"({"a":1}{"secret":"s3cr3t"})");
    }

    void whatIsNotJsonIsNotShown()
    {
        QFETCH(QByteArray, bytes);
        const RawJson raw = RawJson::masked(bytes);
        QVERIFY(!raw.isEmpty());
        QVERIFY(!raw.bytes().contains("s3cr3t"));
        QCOMPARE(raw.indented(), raw.bytes());
    }

    void indentingTouchesOnlySpace()
    {
        const RawJson raw =
            RawJson::masked(" {\"b\":[1.10,{\"a\":\"x, \\\"y\\\": {}\"}],\"e\":{},\"f\":[ ],\"n\":null}");
        QCOMPARE(raw.indented(), QByteArray("{\n"
                                            "  \"b\": [\n"
                                            "    1.10,\n"
                                            "    {\n"
                                            "      \"a\": \"x, \\\"y\\\": {}\"\n"
                                            "    }\n"
                                            "  ],\n"
                                            "  \"e\": {},\n"
                                            "  \"f\": [],\n"
                                            "  \"n\": null\n"
                                            "}"));
    }

    /// What a value looks like is never changed by showing it: without the space between them, the tokens are the same.
    void everyTokenIsShownAsItWasSent_data()
    {
        QTest::addColumn<QByteArray>("token");
        for (const char *token :
             {"1.10", "1e2", "1E+02", "-0", "0.1000000000000000055", "12345678901234567890123", "100.0", "true", "null",
              R"("caf\u00e9")", R"("caf\u00E9")", "\"caf\xc3\xa9\"", R"("a\/b")", R"("a/b")", R"("\ud83d\ude00")",
              R"("tab\tand\u0009")", R"("  blanks  ")", "\"{\\\"a\\\": [1, 2]}\"", R"("")"}) {
            QTest::newRow(token) << QByteArray(token);
        }
    }

    void everyTokenIsShownAsItWasSent()
    {
        QFETCH(const QByteArray, token);
        const QByteArray json = R"({"z":)" + token + R"(,"a":[)" + token + R"(],"\u0062":{"z":)" + token + "}}";
        const QByteArray expected = "{\n  \"z\": " + token + ",\n  \"a\": [\n    " + token +
                                    "\n  ],\n  \"\\u0062\": {\n    \"z\": " + token + "\n  }\n}";
        QCOMPARE(RawJson::masked(json).indented(), expected);
    }

    void indentedTextIsTheSameDocument()
    {
        const RawJson raw = RawJson::masked(testing::page({testing::connectionSample, testing::connectionSample}));
        QCOMPARE(QJsonDocument::fromJson(raw.indented()), QJsonDocument::fromJson(raw.bytes()));
        QVERIFY(!QJsonDocument::fromJson(raw.bytes()).isNull());
    }

    void scalarsStayAsTheyAre()
    {
        QCOMPARE(RawJson::masked("42").indented(), QByteArray("42"));
        QCOMPARE(RawJson::masked(R"("{}")").indented(), QByteArray(R"("{}")"));
        QVERIFY(RawJson().isEmpty());
        QVERIFY(RawJson().indented().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRawJson)
#include "tst_rawjson.moc"
