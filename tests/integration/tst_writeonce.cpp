// SPDX-License-Identifier: Apache-2.0
#include "resources/ConnectionsApi.h"
#include "testing/Arrival.h"
#include "testing/EveryWrite.h"
#include "testing/RawServer.h"
#include "transport/ApiClient.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <algorithm>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ApiReply;
using api::ApiRequest;
using api::Method;
using testing::Arrival;
using testing::RawServer;

/// The rule that matters most, proved on the wire: whatever a server does to a write, it sees it once. Qt repeats
/// requests by itself when a connection is closed without an answer: twice over HTTP, four times over TLS.
class TestWriteOnce : public QObject
{
    Q_OBJECT

private slots:
    void aServerThatHangsUpSeesAWriteOnce_data();
    void aServerThatHangsUpSeesAWriteOnce();
    void anIdleConnectionThatDiedCostsNoWrite_data();
    void anIdleConnectionThatDiedCostsNoWrite();
    void everyOperationOfConnectionsIsSentOnce_data();
    void everyOperationOfConnectionsIsSentOnce();
    void everyWriteOfEveryResourceIsSentOnce_data();
    void everyWriteOfEveryResourceIsSentOnce();
    void aWriteWithoutABodySaysSoOnTheWire_data();
    void aWriteWithoutABodySaysSoOnTheWire();
    void theCheckBites();

private:
    static void verbsAndTransports();
};

namespace {

/// A verb, and whether it comes with a body: there are PUTs with and without.
struct Verb
{
    Method method;
    bool hasBody;
};

constexpr Verb verbs[] = {{Method::Post, true}, {Method::Put, true}, {Method::Put, false}, {Method::Delete, false}};

ApiRequest writeOf(Method method, bool hasBody)
{
    ApiRequest request;
    request.method = method;
    request.pathTemplate = u"connections/{}"_s;
    request.pathArguments = {u"111"_s};
    if (hasBody) {
        request.body = R"({"data":{"daily_refresh":true}})";
    }
    return request;
}

ApiRequest reading()
{
    ApiRequest request;
    request.pathTemplate = u"connections"_s;
    return request;
}

/// Nothing more can come once a later GET on a fresh connection was answered: repeats are immediate.
bool settle(RawServer &server, ApiClient &client)
{
    for (int round = 0; round < 3; ++round) {
        server.react(RawServer::json("{}", "Connection: close\r\n"));
        Arrival<ApiReply> later(client.send(reading()));
        if (!later.wait() || !later.ok()) {
            return false;
        }
    }
    return true;
}

} // namespace

void TestWriteOnce::aServerThatHangsUpSeesAWriteOnce_data()
{
    QTest::addColumn<RawServer::Reaction>("reaction");
    QTest::addColumn<RawServer::Transport>("transport");
    QTest::addColumn<bool>("reused");
    QTest::addColumn<Method>("method");
    QTest::addColumn<bool>("hasBody");
    const RawServer::Reaction partOfAnAnswer{
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"data\":", true};
    for (const bool answers : {false, true}) {
        for (const auto transport : {RawServer::Transport::Http, RawServer::Transport::Tls}) {
            for (const bool reused : {false, true}) {
                for (const auto &[method, hasBody] : verbs) {
                    QTest::addRow("%s, %s connection, %s %s a body, hangs up %s",
                                  transport == RawServer::Transport::Tls ? "TLS" : "HTTP", reused ? "reused" : "fresh",
                                  api::methodName(method).constData(), hasBody ? "with" : "without",
                                  answers ? "in the answer" : "without a word")
                        << (answers ? partOfAnAnswer : RawServer::hangUp()) << transport << reused << method << hasBody;
                }
            }
        }
    }
}

void TestWriteOnce::aServerThatHangsUpSeesAWriteOnce()
{
    QFETCH(RawServer::Reaction, reaction);
    QFETCH(RawServer::Transport, transport);
    QFETCH(bool, reused);
    QFETCH(Method, method);
    QFETCH(bool, hasBody);
    RawServer server(transport);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
    if (reused) {
        server.react(RawServer::json("{}"));
        Arrival<ApiReply> first(client.send(reading()));
        QVERIFY(first.wait());
        QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().message));
    }
    server.react(reaction);

    Arrival<ApiReply> arrival(client.send(writeOf(method, hasBody)));
    QVERIFY(arrival.wait());

    QVERIFY(!arrival.ok());
    QVERIFY(arrival.error().outcomeUnknown);
    QVERIFY(settle(server, client));
    QCOMPARE(server.count(api::methodName(method)), 1);
    QCOMPARE(arrival.times(), 1);
}

void TestWriteOnce::verbsAndTransports()
{
    QTest::addColumn<RawServer::Transport>("transport");
    QTest::newRow("HTTP") << RawServer::Transport::Http;
    QTest::newRow("TLS") << RawServer::Transport::Tls;
}

void TestWriteOnce::anIdleConnectionThatDiedCostsNoWrite_data()
{
    verbsAndTransports();
}

void TestWriteOnce::anIdleConnectionThatDiedCostsNoWrite()
{
    QFETCH(RawServer::Transport, transport);
    RawServer server(transport);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
    server.react(RawServer::json("{}", "Connection: close\r\n"));
    Arrival<ApiReply> first(client.send(reading()));
    QVERIFY(first.wait());
    server.react(RawServer::json(R"({"data":{"id":"111"}})"));

    Arrival<ApiReply> arrival(client.send(writeOf(Method::Put, true)));
    QVERIFY(arrival.wait());

    QVERIFY2(arrival.ok(), qPrintable(arrival.ok() ? QString() : arrival.error().message));
    QCOMPARE(server.count("PUT"), 1);
    QVERIFY(server.requests().constLast().endsWith(R"({"data":{"daily_refresh":true}})"));
}

void TestWriteOnce::everyOperationOfConnectionsIsSentOnce_data()
{
    verbsAndTransports();
}

void TestWriteOnce::everyOperationOfConnectionsIsSentOnce()
{
    QFETCH(RawServer::Transport, transport);
    RawServer server(transport);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
    const api::ConnectionsApi connections(client);
    const api::ConnectionId id(u"111"_s);
    api::UpdateConnectionRequest change;
    change.dailyRefresh = true;

    Arrival<api::ConnectionDocument> created(connections.create({}));
    Arrival<api::ConnectionDocument> updated(connections.update(id, change));
    Arrival<api::ConnectionDocument> reconnected(connections.reconnect(id, {}));
    Arrival<api::ConnectionDocument> answered(connections.interactive(id, {}));
    Arrival<api::ConnectionDocument> refreshed(connections.refresh(id));
    Arrival<api::RemovedConnection> removed(connections.remove(id));
    QVERIFY(created.wait() && updated.wait() && reconnected.wait());
    QVERIFY(answered.wait() && refreshed.wait() && removed.wait());

    QVERIFY(settle(server, client));
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.count("PUT"), 4);
    QCOMPARE(server.count("DELETE"), 1);
}

void TestWriteOnce::everyWriteOfEveryResourceIsSentOnce_data()
{
    verbsAndTransports();
}

void TestWriteOnce::everyWriteOfEveryResourceIsSentOnce()
{
    QFETCH(RawServer::Transport, transport);
    RawServer server(transport);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
    const std::vector<testing::EveryWrite> writes = testing::everyWrite();
    for (const testing::EveryWrite &write : writes) {
        const std::optional<api::ApiError> error = write.send(client);
        QVERIFY2(error && error->outcomeUnknown, write.name);
    }
    QVERIFY(settle(server, client));
    for (const testing::EveryWrite &write : writes) {
        const QByteArray line = write.verb + " /api/v5/" + write.target + " HTTP/1.1\r\n";
        const auto isIt = [&line](const QByteArray &request) { return request.startsWith(line); };
        QVERIFY2(std::ranges::count_if(server.requests(), isIt) == 1, write.name);
    }
}

void TestWriteOnce::aWriteWithoutABodySaysSoOnTheWire_data()
{
    verbsAndTransports();
}

void TestWriteOnce::aWriteWithoutABodySaysSoOnTheWire()
{
    QFETCH(RawServer::Transport, transport);
    RawServer server(transport);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
    int bodiless = 0;
    for (const testing::EveryWrite &write : testing::everyWrite()) {
        if (!write.body.isEmpty()) {
            continue;
        }
        ++bodiless;
        server.react(RawServer::json(write.answer));
        const std::optional<api::ApiError> error = write.send(client);
        QVERIFY2(!error, write.name);
        const QByteArray seen = server.requests().constLast().toLower();
        QVERIFY2(seen.contains("\r\ncontent-length: 0\r\n"), seen.constData());
        QVERIFY2(!seen.contains("\r\ntransfer-encoding:"), seen.constData());
        QVERIFY2(seen.endsWith("\r\n\r\n"), seen.constData());
    }
    QCOMPARE(bodiless, 6);
    QCOMPARE(server.requests().size(), bodiless);
}

void TestWriteOnce::theCheckBites()
{
    RawServer server(RawServer::Transport::Http);
    QNetworkAccessManager network;
    QNetworkRequest plain(server.baseUrl());
    plain.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);

    // The way of the manuals, which this house must never take.
    QNetworkReply *reply = network.put(plain, QByteArray("{}"));
    QTRY_VERIFY(reply->isFinished());
    reply->deleteLater();

    QVERIFY2(server.count("PUT") > 1, "Qt no longer repeats writes by itself: the raw server can't tell good from bad");
}

QTEST_GUILESS_MAIN(TestWriteOnce)
#include "tst_writeonce.moc"
