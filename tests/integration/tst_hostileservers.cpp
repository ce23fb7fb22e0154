// SPDX-License-Identifier: Apache-2.0
#include "testing/Arrival.h"
#include "testing/RawServer.h"
#include "transport/ApiClient.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using api::ApiClient;
using api::ApiReply;
using api::ErrorKind;
using testing::Arrival;
using testing::RawServer;

/// Servers that do what servers should not, over the real network stack.
class TestHostileServers : public QObject
{
    Q_OBJECT

private slots:
    void aHostileAnswerHasAName_data();
    void aHostileAnswerHasAName();
    void aRedirectIsNotFollowed();
    void anUnknownCertificateIsFatal();
    void anExtraCertificateIsTrusted();
    void aSilentServerEndsInATimeout();
    void nobodyListening();
    void fiftyMegabytesAreNotTaken();
};

namespace {

api::ApiRequest reading()
{
    api::ApiRequest request;
    request.pathTemplate = u"connections"_s;
    return request;
}

api::TransportLimits singleTry()
{
    api::TransportLimits limits = testing::hastyLimits();
    limits.retry.maxTries = 1;
    return limits;
}

} // namespace

void TestHostileServers::aHostileAnswerHasAName_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    QTest::newRow("shorter than announced") << QByteArray(json + "Content-Length: 90\r\n\r\n{}") << ErrorKind::Network;
    QTest::newRow("HTML with 200")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")
        << ErrorKind::Malformed;
    QTest::newRow("firewall") << QByteArray(
                                     "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n"
                                     "<html>")
                              << ErrorKind::Firewall;
    QTest::newRow("not HTTP at all") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorKind::Network;
    QTest::newRow("nothing") << QByteArray() << ErrorKind::Network;
    QTest::newRow("chunks without an end")
        << QByteArray(json + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"da\"\r\n") << ErrorKind::Network;
}

void TestHostileServers::aHostileAnswerHasAName()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorKind, kind);
    RawServer server(RawServer::Transport::Http);
    server.react({answer, true});
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, singleTry());

    Arrival<ApiReply> arrival(client.send(reading()));
    QVERIFY(arrival.wait());

    QVERIFY(!arrival.ok());
    QCOMPARE(arrival.error().kind, kind);
    QVERIFY(!arrival.error().message.isEmpty());
}

void TestHostileServers::aRedirectIsNotFollowed()
{
    RawServer elsewhere(RawServer::Transport::Http);
    RawServer server(RawServer::Transport::Http);
    server.react(
        {"HTTP/1.1 302 Found\r\nLocation: " + elsewhere.baseUrl().toEncoded() + "\r\nContent-Length: 0\r\n\r\n",
         false});
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, singleTry());

    Arrival<ApiReply> arrival(client.send(reading()));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Redirected);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestHostileServers::anUnknownCertificateIsFatal()
{
    RawServer server(RawServer::Transport::Tls);
    server.react(RawServer::json("{}"));
    QNetworkAccessManager network;
    const api::SystemClock clock;
    api::ApiEndpoint endpoint = testing::endpointAt(server.baseUrl());
    endpoint.extraCertificates.clear();
    ApiClient client(network, endpoint, clock, singleTry());

    Arrival<ApiReply> arrival(client.send(reading()));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Tls);
    QVERIFY(server.requests().isEmpty());
}

void TestHostileServers::anExtraCertificateIsTrusted()
{
    RawServer server(RawServer::Transport::Tls);
    server.react(RawServer::json("{}"));
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, singleTry());

    Arrival<ApiReply> arrival(client.send(reading()));
    QVERIFY(arrival.wait());

    QVERIFY2(arrival.ok(), qPrintable(arrival.ok() ? QString() : arrival.error().message));
}

void TestHostileServers::aSilentServerEndsInATimeout()
{
    RawServer server(RawServer::Transport::Http);
    server.react(RawServer::silence());
    QNetworkAccessManager network;
    const api::SystemClock clock;
    api::TransportLimits limits = singleTry();
    limits.silence = 100ms;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, limits);

    Arrival<ApiReply> arrival(client.send(reading()));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Timeout);
}

void TestHostileServers::nobodyListening()
{
    QUrl url;
    {
        const RawServer gone(RawServer::Transport::Http);
        url = gone.baseUrl();
    }
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(url), clock, singleTry());
    api::ApiRequest removal = reading();
    removal.method = api::Method::Delete;

    Arrival<ApiReply> arrival(client.send(removal));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Network);
    QVERIFY(!arrival.error().outcomeUnknown);
}

void TestHostileServers::fiftyMegabytesAreNotTaken()
{
    RawServer server(RawServer::Transport::Http);
    const QByteArray giant(qsizetype{50} * 1024 * 1024, ' ');
    server.react({"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + giant, true});
    QNetworkAccessManager network;
    const api::SystemClock clock;
    ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, singleTry());

    Arrival<ApiReply> arrival(client.send(reading()));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::TooLarge);
}

QTEST_GUILESS_MAIN(TestHostileServers)
#include "tst_hostileservers.moc"
