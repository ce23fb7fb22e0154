// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class RouterTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRouteIsThere_data();
    void everyRouteIsThere();
    void otherPathsAreNotFound_data();
    void otherPathsAreNotFound();
    void badKeysAreAnsweredBeforeUnknownPaths();
    void foreignHabitsAreAccepted_data();
    void foreignHabitsAreAccepted();
    void otherBodiesOfReadsAreRefused();
    void lenientAcceptsUnknownMembers();
    void theErrorEchoesTheRequest();
};

void RouterTest::everyRouteIsThere_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *route : {"GET /connections",
                              "POST /connections",
                              "GET /connections/1",
                              "PUT /connections/1",
                              "DELETE /connections/1",
                              "PUT /connections/1/reconnect",
                              "PUT /connections/1/interactive",
                              "PUT /connections/1/refresh",
                              "GET /customers",
                              "GET /customers/1",
                              "GET /attempts",
                              "GET /attempts/1",
                              "GET /consents",
                              "GET /consents/1",
                              "PUT /consents/1/revoke",
                              "POST /customers",
                              "DELETE /customers/1",
                              "PUT /customers/1/lock",
                              "PUT /customers/1/unlock",
                              "GET /countries",
                              "GET /providers",
                              "GET /providers/1",
                              "GET /accounts",
                              "GET /holder_info",
                              "POST /oauth_providers/create",
                              "POST /oauth_providers/reconnect",
                              "PUT /oauth_providers/authorize",
                              "POST /connect_sessions/create",
                              "POST /connect_sessions/reconnect",
                              "POST /connect_sessions/refresh"}) {
        QTest::newRow(route) << QByteArray(route).split(' ').first();
    }
}

void RouterTest::everyRouteIsThere()
{
    QFETCH(QByteArray, method);
    Desk desk;
    const QString path = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 1);
    QVERIFY(desk.send(Desk::request(method, path)).errorClass() != u"RouteNotFound"_s);
}

void RouterTest::otherPathsAreNotFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("unknown") << QByteArray("GET") << QByteArray("/api/v5/nothing");
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/");
    QTest::newRow("base") << QByteArray("GET") << QByteArray("/api/v5");
    QTest::newRow("other version") << QByteArray("GET") << QByteArray("/api/v6/customers");
    QTest::newRow("look-alike") << QByteArray("GET") << QByteArray("/api/v50/customers");
    QTest::newRow("wrong method") << QByteArray("POST") << QByteArray("/api/v5/connections/1/refresh");
    QTest::newRow("patch") << QByteArray("PATCH") << QByteArray("/api/v5/connections/1");
    QTest::newRow("too deep") << QByteArray("GET") << QByteArray("/api/v5/connections/1/2/3");
    QTest::newRow("admin closed") << QByteArray("POST") << QByteArray("/sandbox/faults");
}

void RouterTest::otherPathsAreNotFound()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    Desk desk;
    Request request = Desk::request(method, {});
    request.target = target;
    const Answer answer = desk.send(request);
    QCOMPARE(answer.errorClass(), u"RouteNotFound"_s);
    QCOMPARE(answer.status(), 404);
}

void RouterTest::badKeysAreAnsweredBeforeUnknownPaths()
{
    Desk desk;
    Request request = Desk::request("GET", u"/nothing"_s);
    request.headers["secret"] = "wrong";
    QCOMPARE(desk.send(request).errorClass(), u"ApiKeyNotFound"_s);
}

void RouterTest::foreignHabitsAreAccepted_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    const QString one = u"/connections/111111111111111111"_s;
    QTest::newRow("trailing slash") << QByteArray("GET") << one + u'/' << QByteArray();
    QTest::newRow("list with slash") << QByteArray("GET") << u"/customers/"_s << QByteArray();
    QTest::newRow("get with body") << QByteArray("GET") << one << QByteArray("{}");
    QTest::newRow("delete with body") << QByteArray("DELETE") << one << QByteArray("{}");
}

void RouterTest::foreignHabitsAreAccepted()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    Desk desk;
    Request request = Desk::request(method, path, body);
    request.headers["expires-at"] = "1795392060.5";
    QCOMPARE(desk.send(request).status(), 200);
}

void RouterTest::otherBodiesOfReadsAreRefused()
{
    Desk desk;
    const Request request = Desk::request("DELETE", u"/connections/"_s + Desk::refusedId(), R"({"data":{}})");
    QCOMPARE(desk.send(request).errorClass(), u"WrongRequestFormat"_s);
    QCOMPARE(desk.get(u"/connections/"_s + Desk::refusedId()).status(), 200);
}

void RouterTest::lenientAcceptsUnknownMembers()
{
    Desk desk({.lenient = true});
    QJsonObject data = desk.createData();
    QJsonObject consent = data.value("consent"_L1).toObject();
    consent.insert(u"daily_refresh"_s, true);
    data.insert(u"consent"_s, consent);
    data.insert(u"colour"_s, u"blue"_s);
    QCOMPARE(desk.postData(u"/connections"_s, data).status(), 200);
    QCOMPARE(desk.get(u"/customers?page=2"_s).status(), 200);
}

void RouterTest::theErrorEchoesTheRequest()
{
    Desk desk;
    const QJsonObject credentials{{u"sms"_s, u"secret code"_s}};
    const Answer answer = desk.putData(u"/connections/987/interactive?x=y"_s, {{u"credentials"_s, credentials}});
    const QJsonObject echo = answer.json.value("request"_L1).toObject();
    QCOMPARE(echo.value("connection_id"_L1), u"987"_s);
    QCOMPARE(echo.value("x"_L1), u"y"_s);
    // Unmasked on purpose: a client must not rely on the server to mask it.
    QCOMPARE(echo.value("data"_L1).toObject().value("credentials"_L1).toObject(), credentials);
}

QTEST_APPLESS_MAIN(RouterTest)
#include "tst_router.moc"
