// SPDX-License-Identifier: Apache-2.0
#include "transport/ApiEndpoint.h"
#include "transport/WireUrl.h"

#include <QTest>

using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void onlyHttpsOrLoopbackIsAllowed_data();
    void onlyHttpsOrLoopbackIsAllowed();
    void keysMustFitIntoAHeader_data();
    void keysMustFitIntoAHeader();
    void theUrlIsEncodedOnce_data();
    void theUrlIsEncodedOnce();
    void anArgumentNeverChangesTheRoute_data();
    void anArgumentNeverChangesTheRoute();
};

void TestEndpoint::onlyHttpsOrLoopbackIsAllowed_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("live") << "https://www.saltedge.com/api/v5" << true;
    QTest::newRow("other port") << "https://proxy.example:8443/api/v5" << true;
    QTest::newRow("http to the world") << "http://www.saltedge.com/api/v5" << false;
    QTest::newRow("http to loopback") << "http://127.0.0.1:4000/api/v5" << true;
    QTest::newRow("http to the loopback net") << "http://127.8.9.1/api/v5" << true;
    QTest::newRow("http to localhost") << "http://localhost:4000" << true;
    QTest::newRow("http to ::1") << "http://[::1]:4000/api/v5" << true;
    QTest::newRow("looks like localhost") << "http://localhost.example/api/v5" << false;
    QTest::newRow("with a login") << "https://user:word@www.saltedge.com/api/v5" << false;
    QTest::newRow("with a query") << "https://www.saltedge.com/api/v5?x=1" << false;
    QTest::newRow("with a fragment") << "https://www.saltedge.com/api/v5#x" << false;
    QTest::newRow("a file") << "file:///etc/passwd" << false;
    QTest::newRow("no host") << "https:///api" << false;
    QTest::newRow("empty") << "" << false;
}

void TestEndpoint::onlyHttpsOrLoopbackIsAllowed()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    ApiEndpoint endpoint;
    endpoint.baseUrl = QUrl(url);
    QCOMPARE(endpoint.isUrlAllowed(), allowed);
}

void TestEndpoint::keysMustFitIntoAHeader_data()
{
    QTest::addColumn<QByteArray>("appId");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("has");
    QTest::newRow("both") << QByteArray("app") << QByteArray("secret") << true;
    QTest::newRow("no app id") << QByteArray() << QByteArray("secret") << false;
    QTest::newRow("no secret") << QByteArray("app") << QByteArray() << false;
    QTest::newRow("a header smuggled in") << QByteArray("app") << QByteArray("x\r\nHost: evil") << false;
    QTest::newRow("a line end") << QByteArray("app\n") << QByteArray("secret") << false;
    QTest::newRow("not ASCII") << QByteArray("app") << QByteArray("s\xc3\xa9") << false;
}

void TestEndpoint::keysMustFitIntoAHeader()
{
    QFETCH(QByteArray, appId);
    QFETCH(QByteArray, secret);
    QFETCH(bool, has);
    ApiEndpoint endpoint;
    endpoint.appId = appId;
    endpoint.secret = Secret::copyOf(secret);
    QCOMPARE(endpoint.hasKeys(), has);
}

void TestEndpoint::theUrlIsEncodedOnce_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");

    const QString live = u"https://www.saltedge.com/api/v5"_s;
    QTest::newRow("list") << live << "connections" << QStringList() << "222"
                          << QByteArray("https://www.saltedge.com/api/v5/connections?q=222");
    QTest::newRow("argument in the middle") << live << "connections/{}/refresh" << QStringList{u"111"_s} << ""
                                            << QByteArray("https://www.saltedge.com/api/v5/connections/111/refresh");
    QTest::newRow("base with a slash") << live + u'/' << "customers" << QStringList() << ""
                                       << QByteArray("https://www.saltedge.com/api/v5/customers");
    QTest::newRow("plus, space and ampersand")
        << live << "customers" << QStringList() << "a+b c&d=e"
        << QByteArray("https://www.saltedge.com/api/v5/customers?q=a%2Bb%20c%26d%3De");
    QTest::newRow("percent") << live << "customers" << QStringList() << "50%25"
                             << QByteArray("https://www.saltedge.com/api/v5/customers?q=50%2525");
    QTest::newRow("not ASCII") << live << "customers" << QStringList() << u"žlutý"_s
                               << QByteArray("https://www.saltedge.com/api/v5/customers?q=%C5%BElut%C3%BD");
    QTest::newRow("slash in an argument") << live << "customers/{}" << QStringList{u"a/b?c"_s} << ""
                                          << QByteArray("https://www.saltedge.com/api/v5/customers/a%2Fb%3Fc");
}

void TestEndpoint::theUrlIsEncodedOnce()
{
    QFETCH(QString, base);
    QFETCH(QString, path);
    QFETCH(QStringList, arguments);
    QFETCH(QString, value);
    QFETCH(QByteArray, expected);
    ApiEndpoint endpoint;
    endpoint.baseUrl = QUrl(base);
    ApiRequest request;
    request.pathTemplate = path;
    request.pathArguments = arguments;
    if (!value.isEmpty()) {
        request.query.emplace_back(u"q"_s, value);
    }

    const auto url = wireUrl(endpoint, request);

    QVERIFY(url.has_value());
    QVERIFY(url->isValid());
    QCOMPARE(url->toEncoded(), expected);
}

void TestEndpoint::anArgumentNeverChangesTheRoute_data()
{
    QTest::addColumn<QString>("argument");
    QTest::newRow("empty would list") << QString();
    QTest::newRow("this folder") << ".";
    QTest::newRow("the folder above") << "..";
}

void TestEndpoint::anArgumentNeverChangesTheRoute()
{
    QFETCH(QString, argument);
    ApiEndpoint endpoint;
    endpoint.baseUrl = QUrl(u"https://www.saltedge.com/api/v5"_s);
    ApiRequest request;
    request.pathTemplate = u"connections/{}"_s;
    request.pathArguments = {argument};
    QVERIFY(!wireUrl(endpoint, request).has_value());
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
