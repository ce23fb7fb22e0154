// SPDX-License-Identifier: Apache-2.0
#include "RawClient.h"

#include "clock/ManualClock.h"
#include "server/Server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

/// The way of a person through the bank's page, byte by byte: client, browser and server on real sockets.
class OAuthOverNetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPersonAllowsTheAccess();
    void aPersonDeniesTheAccess();
    void aFormConnectsThroughTheSessionsPage();

private:
    /// A request with the key's headers, on a connection of its own.
    QJsonObject call(const QByteArray &line, const QByteArray &body = {});
    QByteArray browse(const QByteArray &line, const QByteArray &body = {});
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(m_server->baseUrl().port()); }
    QJsonObject startVisit();
    static QByteArray pathOf(const QJsonValue &url) { return QUrl(url.toString()).path().toLatin1(); }
    static QByteArray header(const QByteArray &reply, const QByteArray &name);

    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<Server> m_server;
};

void OAuthOverNetworkTest::init()
{
    m_clock = std::make_shared<ManualClock>(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23));
    m_server = std::make_unique<Server>(ServerOptions{.clock = m_clock});
    QVERIFY(m_server->start());
}

QByteArray OAuthOverNetworkTest::header(const QByteArray &reply, const QByteArray &name)
{
    const qsizetype start = reply.indexOf(QByteArray("\r\n" + name + ": "));
    const qsizetype value = start + name.size() + 4;
    return start < 0 ? QByteArray() : reply.mid(value, reply.indexOf("\r\n", value) - value);
}

QJsonObject OAuthOverNetworkTest::call(const QByteArray &line, const QByteArray &body)
{
    RawClient client(m_server->baseUrl().port());
    client.send(line + " HTTP/1.1\r\nHost: " + host() + "\r\nApp-id: " + m_server->appId().toLatin1() +
                "\r\nSecret: " + m_server->secret().toLatin1() +
                "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const QByteArray reply = client.receive();
    return QJsonDocument::fromJson(reply.mid(reply.indexOf("\r\n\r\n") + 4)).object().value("data"_L1).toObject();
}

QByteArray OAuthOverNetworkTest::browse(const QByteArray &line, const QByteArray &body)
{
    RawClient client(m_server->baseUrl().port());
    client.send(line + " HTTP/1.1\r\nHost: " + host() +
                "\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return client.receive();
}

QJsonObject OAuthOverNetworkTest::startVisit()
{
    return call(
        "POST /api/v5/oauth_providers/create",
        R"({"data":{"customer_id":"222222222222222222","country_code":"XF","provider_code":"fakebank_oauth_xf",)"
        R"("consent":{"scopes":["account_details"]},"attempt":{"return_to":"http://localhost:39017/return"},)"
        R"("return_connection_id":true}})");
}

void OAuthOverNetworkTest::aPersonAllowsTheAccess()
{
    const QJsonObject visit = startVisit();
    const QString id = visit.value("connection_id"_L1).toString();
    QVERIFY(visit.value("redirect_url"_L1).toString().startsWith(u"http://"_s + QString::fromLatin1(host())));
    const QByteArray path = pathOf(visit.value("redirect_url"_L1));
    const QByteArray page = browse("GET " + path);
    QVERIFY2(page.startsWith("HTTP/1.1 200 "), page.constData());
    QVERIFY(header(page, "Content-Type").startsWith("text/html"));
    QVERIFY(page.contains("<form method=\"post\">"));
    const QByteArray sent = browse("POST " + path, "decision=allow");
    QVERIFY2(sent.startsWith("HTTP/1.1 303 "), sent.constData());
    QCOMPARE(header(sent, "Location"), "http://localhost:39017/return?connection_id=" + id.toLatin1());
    m_clock->advance(std::chrono::minutes(1));
    const QJsonObject connection = call("GET /api/v5/connections/" + id.toLatin1());
    QCOMPARE(connection.value("status"_L1), u"active"_s);
    QVERIFY(connection.value("last_success_at"_L1).isString());
    for (const LoggedRequest &logged : m_server->requestLog()) {
        QVERIFY2(logged.target.startsWith("/api/v5/"), logged.target.constData());
    }
}

void OAuthOverNetworkTest::aPersonDeniesTheAccess()
{
    const QJsonObject visit = startVisit();
    const QByteArray path = pathOf(visit.value("redirect_url"_L1));
    const QByteArray sent = browse("POST " + path, "decision=deny");
    QVERIFY(header(sent, "Location").contains("error_class=ProviderAccessNotGranted"));
    QVERIFY(browse("GET " + path).startsWith("HTTP/1.1 410 "));
    const QJsonObject connection =
        call("GET /api/v5/connections/" + visit.value("connection_id"_L1).toString().toLatin1());
    QCOMPARE(connection.value("last_attempt"_L1).toObject().value("fail_error_class"_L1),
             u"ProviderAccessNotGranted"_s);
}

void OAuthOverNetworkTest::aFormConnectsThroughTheSessionsPage()
{
    const QJsonObject session =
        call("POST /api/v5/connect_sessions/create",
             R"({"data":{"customer_id":"222222222222222222","provider_code":"fakebank_simple_xf",)"
             R"("consent":{"scopes":["account_details"]},"attempt":{"return_to":"http://localhost:39017/return"}}})");
    const QByteArray path = pathOf(session.value("connect_url"_L1));
    QVERIFY(browse("GET " + path).contains("name=\"field-login\""));
    const QByteArray sent = browse("POST " + path, "field-login=wrong%20one&field-password=a%2Bb+c");
    QVERIFY2(sent.startsWith("HTTP/1.1 303 "), sent.constData());
    QCOMPARE(header(sent, "Location"), QByteArray("http://localhost:39017/return"));
}

QTEST_GUILESS_MAIN(OAuthOverNetworkTest)
#include "tst_oauthovernetwork.moc"
