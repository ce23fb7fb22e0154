// SPDX-License-Identifier: Apache-2.0
#include "http/Request.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class RequestTest : public QObject
{
    Q_OBJECT

private slots:
    void thePathIsDecodedWithoutTrailingSlash_data();
    void thePathIsDecodedWithoutTrailingSlash();
    void theQueryIsDecoded_data();
    void theQueryIsDecoded();
    void headersAreAbsentOrThere();
};

void RequestTest::thePathIsDecodedWithoutTrailingSlash_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << QByteArray("/api/v5/customers") << u"/api/v5/customers"_s;
    QTest::newRow("slash") << QByteArray("/api/v5/customers/") << u"/api/v5/customers"_s;
    QTest::newRow("slash and query") << QByteArray("/api/v5/customers/?a=b") << u"/api/v5/customers"_s;
    QTest::newRow("encoded") << QByteArray("/a%20b") << u"/a b"_s;
    QTest::newRow("root") << QByteArray("/") << u"/"_s;
    QTest::newRow("bad escape") << QByteArray("/%zz") << u"/\uFFFD"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void RequestTest::thePathIsDecodedWithoutTrailingSlash()
{
    QFETCH(QByteArray, target);
    QTEST((Request{.method = "GET", .target = target, .origin = {}}.path()), "path");
}

void RequestTest::theQueryIsDecoded_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QByteArray("?a=b") << u"b"_s;
    QTest::newRow("percent") << QByteArray("?a=%D8%B9%20x") << u"ع x"_s;
    QTest::newRow("plus") << QByteArray("?a=x+y") << u"x y"_s;
    QTest::newRow("encoded plus") << QByteArray("?a=x%2By") << u"x+y"_s;
    QTest::newRow("ampersand") << QByteArray("?a=x%26y&b=1") << u"x&y"_s;
    QTest::newRow("repeated") << QByteArray("?a=1&a=2") << u"2"_s;
    QTest::newRow("no value") << QByteArray("?a") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void RequestTest::theQueryIsDecoded()
{
    QFETCH(QByteArray, query);
    QTEST((Request{.method = "GET", .target = "/x" + query, .origin = {}}.query().value(u"a"_s)), "value");
}

void RequestTest::headersAreAbsentOrThere()
{
    const Request request{.method = "GET", .target = "/", .origin = {}, .headers = {{"a", ""}}};
    QVERIFY(request.header("a").has_value());
    QVERIFY(!request.header("b").has_value());
}

QTEST_APPLESS_MAIN(RequestTest)
#include "tst_request.moc"
