// SPDX-License-Identifier: Apache-2.0
#include "RawClient.h"
#include "SigningKey.h"

#include "server/Server.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <httplib.h>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class SandboxServerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStartHasItsOwnCredentials();
    void itAnswersOverASocket();
    void oneConnectionServesManyRequests();
    void bodiesOfGetAndDeleteAreAccepted();
    void writesWithoutLengthDoNotHang_data();
    void writesWithoutLengthDoNotHang();
    void chunkedBodiesAreRead();
    void anAnnouncedBodyIsWelcomed();
    void garbageIsAnsweredAndSurvived_data();
    void garbageIsAnsweredAndSurvived();
    void aHugeBodyIsRefused();
    void closingIsAnnounced_data();
    void closingIsAnnounced();
    void itSpeaksHttps();
    void plainTalkToHttpsIsSurvived();
    void signaturesCoverTheWire();
    void badOptionsAreNamed_data();
    void badOptionsAreNamed();
    void aTakenPortIsAnError();
    void stopIsPromptWithIdleConnections();
    void stopInterruptsSlowReplies();
    void stopRightAfterStart();
    void itCanBeStartedAgain();
    void wireFaults_data();
    void wireFaults();
    void aHangUpInTheBodyCutsIt();
    void aTrickleArrivesWhole();
    void aLostReplyHasChangedTheState();
    void manyClientsAtOnce();
    void aBigPageArrivesWhole();
    void theLogHoldsNoSecrets();

private:
    static QByteArray headers(const Server &server, const QByteArray &more = {})
    {
        return "Host: 127.0.0.1:" + QByteArray::number(server.baseUrl().port()) +
               "\r\nApp-id: " + server.appId().toLatin1() + "\r\nSecret: " + server.secret().toLatin1() +
               "\r\nAccept: application/json\r\nContent-Type: application/json\r\n" + more + "\r\n";
    }
    static QByteArray get(const Server &server, const QByteArray &path, const QByteArray &more = {})
    {
        return "GET /api/v5" + path + " HTTP/1.1\r\n" + headers(server, more);
    }
    static QJsonObject bodyOf(const QByteArray &reply)
    {
        return QJsonDocument::fromJson(reply.mid(reply.indexOf("\r\n\r\n") + 4)).object();
    }
    void write(const QString &name, const QByteArray &content) const;

    SigningKey m_key;
    QTemporaryDir m_folder;
    QString m_certificate;
    QString m_keyFile;
};

void SandboxServerTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void SandboxServerTest::initTestCase()
{
    m_certificate = m_folder.filePath(u"certificate.pem"_s);
    m_keyFile = m_folder.filePath(u"key.pem"_s);
    write(m_certificate, m_key.certificatePem());
    write(m_keyFile, m_key.privatePem());
}

void SandboxServerTest::everyStartHasItsOwnCredentials()
{
    Server first;
    Server second;
    QVERIFY(first.start() && second.start());
    QVERIFY(first.appId().size() > 20 && first.secret().size() > 20);
    QVERIFY(first.appId() != second.appId());
    QVERIFY(first.secret() != second.secret());
    QVERIFY(first.baseUrl().port() != second.baseUrl().port());
    QCOMPARE(first.baseUrl().host(), u"127.0.0.1"_s);
    QCOMPARE(first.baseUrl().path(), u"/api/v5"_s);
}

void SandboxServerTest::itAnswersOverASocket()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/customers?identifier=" + Server::demoCustomer().toLatin1()));
    const QByteArray reply = client.receive();
    QVERIFY2(reply.startsWith("HTTP/1.1 200 "), reply.constData());
    QVERIFY(reply.contains("Content-Type: application/json"));
    QVERIFY(reply.contains("\r\nDate: "));
    QCOMPARE(bodyOf(reply).value("data"_L1).toArray().size(), 1);
}

void SandboxServerTest::oneConnectionServesManyRequests()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    for (int i = 0; i < 300; ++i) {
        client.send(get(server, "/connections/111111111111111111"));
        QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
    }
    client.send(get(server, "/customers/1") + get(server, "/customers"));
    QVERIFY(client.receive().startsWith("HTTP/1.1 404 "));
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
}

void SandboxServerTest::bodiesOfGetAndDeleteAreAccepted()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/connections/111111111111111111/", "Content-Length: 2\r\n") + "{}");
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
    client.send("DELETE /api/v5/connections/111111111111111111 HTTP/1.1\r\n" +
                headers(server, "Content-Length: 2\r\n") + "{}");
    const QByteArray removed = client.receive();
    QVERIFY(removed.startsWith("HTTP/1.1 200 "));
    QCOMPARE(bodyOf(removed).value("data"_L1).toObject().value("removed"_L1), QJsonValue(true));
    client.send(get(server, "/connections/111111111111111111"));
    QVERIFY(client.receive().startsWith("HTTP/1.1 404 "));
}

void SandboxServerTest::writesWithoutLengthDoNotHang_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("delete") << QByteArray("DELETE /api/v5/connections/111111111111111111") << QByteArray("200");
    QTest::newRow("refresh") << QByteArray("PUT /api/v5/connections/111111111111111111/refresh") << QByteArray("406");
    QTest::newRow("post") << QByteArray("POST /api/v5/connections") << QByteArray("400");
}

void SandboxServerTest::writesWithoutLengthDoNotHang()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, status);
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send(line + " HTTP/1.1\r\n" + headers(server));
    QVERIFY(client.receive().startsWith(QByteArray("HTTP/1.1 " + status)));
}

void SandboxServerTest::chunkedBodiesAreRead()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send("PUT /api/v5/connections/111111111111111111 HTTP/1.1\r\n" +
                headers(server, "Transfer-Encoding: chunked\r\n") +
                "9\r\n{\"data\":{\r\n18;x=y\r\n\"daily_refresh\": true}}\n\r\n0\r\n\r\n");
    const QByteArray reply = client.receive();
    QVERIFY2(reply.startsWith("HTTP/1.1 200 "), reply.constData());
    QCOMPARE(bodyOf(reply).value("data"_L1).toObject().value("daily_refresh"_L1), QJsonValue(true));
    client.send(get(server, "/customers"));
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
}

void SandboxServerTest::anAnnouncedBodyIsWelcomed()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send("PUT /api/v5/connections/111111111111111111 HTTP/1.1\r\n" +
                headers(server, "Expect: 100-continue\r\nContent-Length: 31\r\n"));
    QVERIFY(client.receive().startsWith("HTTP/1.1 100 "));
    client.send("{\"data\":{\"daily_refresh\":true}} ");
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
}

void SandboxServerTest::garbageIsAnsweredAndSurvived_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray noise;
    for (int i = 0; i < 4000; ++i) {
        noise.append(static_cast<char>((i * 7919 + i / 3) % 256));
    }
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a newline") << QByteArray("\n");
    QTest::newRow("no request") << QByteArray("hello\r\n\r\n");
    QTest::newRow("noise") << noise;
    QTest::newRow("tls hello") << QByteArray::fromHex("16030100c8010000c40303") + noise.left(200);
    QTest::newRow("unknown method") << QByteArray("BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("http 2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QTest::newRow("no colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n");
    QTest::newRow("endless line") << QByteArray("GET /") + QByteArray(100000, 'a') + " HTTP/1.1\r\n\r\n";
    QTest::newRow("endless header") << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(100000, 'b') + "\r\n\r\n";
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
    QTest::newRow("bad chunk") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    QTest::newRow("huge chunk") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\n");
    QTest::newRow("cut body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n{");
    QTest::newRow("bad escape") << QByteArray("GET /api/v5/%zz%00?%=%&&&= HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("range") << QByteArray("GET / HTTP/1.1\r\nRange: bytes=9-1,5\r\n\r\n");
}

void SandboxServerTest::garbageIsAnsweredAndSurvived()
{
    QFETCH(QByteArray, bytes);
    Server server;
    QVERIFY(server.start());
    {
        RawClient rude(server.baseUrl().port());
        rude.send(bytes);
    }
    RawClient polite(server.baseUrl().port());
    polite.send(get(server, "/connections/111111111111111111"));
    QVERIFY(polite.receive().startsWith("HTTP/1.1 200 "));
}

void SandboxServerTest::aHugeBodyIsRefused()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send("POST /api/v5/connections HTTP/1.1\r\n" + headers(server, "Content-Length: 99999999\r\n"));
    const QByteArray reply = client.receiveAll();
    QVERIFY(reply.startsWith("HTTP/1.1 413 "));
    QVERIFY(reply.contains("\r\nConnection: close\r\n"));
}

void SandboxServerTest::closingIsAnnounced_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("malformed") << QByteArray("hello\r\n\r\n");
    QTest::newRow("wished") << QByteArray("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    QTest::newRow("http 1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("bad length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n");
}

void SandboxServerTest::closingIsAnnounced()
{
    QFETCH(QByteArray, request);
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send(request);
    const QByteArray reply = client.receiveAll();
    QVERIFY2(reply.contains("\r\nConnection: close\r\n"), reply.constData());
}

void SandboxServerTest::itSpeaksHttps()
{
    Server server({.certificateFile = m_certificate, .keyFile = m_keyFile});
    QVERIFY(server.start());
    QCOMPARE(server.baseUrl().scheme(), u"https"_s);
    httplib::SSLClient client("127.0.0.1", server.baseUrl().port());
    client.set_ca_cert_path(m_certificate.toStdString().c_str());
    client.enable_server_certificate_verification(true);
    client.set_keep_alive(true);
    const httplib::Headers headers{{"App-id", server.appId().toStdString()},
                                   {"Secret", server.secret().toStdString()},
                                   {"Accept", "application/json"}};
    for (int i = 0; i < 3; ++i) {
        const auto result = client.Get("/api/v5/connections/111111111111111111", headers);
        QVERIFY2(result, httplib::to_string(result.error()).c_str());
        QCOMPARE(result->status, 200);
    }
}

void SandboxServerTest::plainTalkToHttpsIsSurvived()
{
    Server server({.certificateFile = m_certificate, .keyFile = m_keyFile});
    QVERIFY(server.start());
    {
        RawClient rude(server.baseUrl().port());
        rude.send("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(!rude.receiveAll().startsWith("HTTP/1.1 200"));
    }
    httplib::SSLClient client("127.0.0.1", server.baseUrl().port());
    client.enable_server_certificate_verification(false);
    const auto result = client.Get("/api/v5/customers");
    QVERIFY(result);
    QCOMPARE(result->status, 400);
}

void SandboxServerTest::signaturesCoverTheWire()
{
    Server server({.publicKeyPem = m_key.publicPem()});
    QVERIFY(server.start());
    const QByteArray expires = QByteArray::number(QDateTime::currentSecsSinceEpoch() + 60);
    const QByteArray origin = "http://127.0.0.1:" + QByteArray::number(server.baseUrl().port());
    const QByteArray path = "/customers?identifier=a%2Bb%20c";
    const QByteArray signature = m_key.sign(expires + "|GET|" + origin + "/api/v5" + path + "|");
    RawClient client(server.baseUrl().port());
    client.send(get(server, path, "Expires-at: " + expires + "\r\nSignature: " + signature + "\r\n"));
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
    client.send(get(server, "/customers", "Expires-at: " + expires + "\r\nSignature: " + signature + "\r\n"));
    QVERIFY(client.receive().contains("SignatureNotMatch"));
}

void SandboxServerTest::badOptionsAreNamed_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"certificate", "key", "public key"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void SandboxServerTest::badOptionsAreNamed()
{
    QFETCH(QString, what);
    ServerOptions options;
    if (what == "public key"_L1) {
        options.publicKeyPem = "rubbish";
    } else {
        options.certificateFile = what == "certificate"_L1 ? u"/nowhere.pem"_s : m_certificate;
        options.keyFile = what == "key"_L1 ? u"/nowhere.pem"_s : m_keyFile;
    }
    Server server(options);
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY2(started.error().contains(what), qPrintable(started.error()));
}

void SandboxServerTest::aTakenPortIsAnError()
{
    Server first;
    QVERIFY(first.start());
    Server second({.port = static_cast<quint16>(first.baseUrl().port())});
    const auto started = second.start();
    QVERIFY(!started);
    QVERIFY(started.error().contains(QString::number(first.baseUrl().port())));
}

void SandboxServerTest::stopIsPromptWithIdleConnections()
{
    Server server;
    QVERIFY(server.start());
    RawClient idle(server.baseUrl().port());
    RawClient used(server.baseUrl().port());
    RawClient stuck(server.baseUrl().port());
    used.send(get(server, "/customers"));
    QVERIFY(used.receive().startsWith("HTTP/1.1 200 "));
    stuck.send("POST /api/v5/connections HTTP/1.1\r\nContent-Le");
    QElapsedTimer timer;
    timer.start();
    server.stop();
    // Far below every time-out of the server, far above what it needs.
    QVERIFY(timer.elapsed() < 4000);
    QCOMPARE(used.receiveAll(), QByteArray());
}

void SandboxServerTest::stopInterruptsSlowReplies()
{
    Server server;
    QVERIFY(server.start());
    server.faults().add({.kind = FaultKind::Latency, .times = Fault::always, .delay = std::chrono::minutes(5)});
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/customers"));
    QTRY_COMPARE(server.requestLog().size(), 1);
    QElapsedTimer timer;
    timer.start();
    server.stop();
    QVERIFY(timer.elapsed() < 4000);
}

void SandboxServerTest::stopRightAfterStart()
{
    for (int i = 0; i < 50; ++i) {
        Server server;
        QVERIFY(server.start());
    }
}

void SandboxServerTest::itCanBeStartedAgain()
{
    Server server;
    QVERIFY(server.start());
    RawClient first(server.baseUrl().port());
    first.send("DELETE /api/v5/connections/111111111111111111 HTTP/1.1\r\n" + headers(server));
    QVERIFY(first.receive().startsWith("HTTP/1.1 200 "));
    QVERIFY(server.start());
    RawClient second(server.baseUrl().port());
    second.send(get(server, "/connections/111111111111111111"));
    QVERIFY(second.receive().startsWith("HTTP/1.1 200 "));
}

void SandboxServerTest::wireFaults_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<QByteArray>("startsWith");
    QTest::addColumn<bool>("closes");
    QTest::newRow("hang up") << FaultKind::HangUp << QByteArray() << true;
    QTest::newRow("lost reply") << FaultKind::LostReply << QByteArray() << true;
    QTest::newRow("hang up in body") << FaultKind::HangUpInBody << QByteArray("HTTP/1.1 200") << true;
    QTest::newRow("wrong length") << FaultKind::WrongLength << QByteArray("HTTP/1.1 200") << true;
    QTest::newRow("truncated") << FaultKind::TruncatedJson << QByteArray("HTTP/1.1 200") << false;
    QTest::newRow("error") << FaultKind::Error << QByteArray("HTTP/1.1 500") << false;
    QTest::newRow("rate limit") << FaultKind::RateLimit << QByteArray("HTTP/1.1 429") << false;
    QTest::newRow("redirect") << FaultKind::Redirect << QByteArray("HTTP/1.1 302") << false;
}

void SandboxServerTest::wireFaults()
{
    QFETCH(FaultKind, kind);
    QFETCH(QByteArray, startsWith);
    QFETCH(bool, closes);
    Server server;
    QVERIFY(server.start());
    server.faults().add({.kind = kind});
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/connections/111111111111111111"));
    const QByteArray reply = closes ? client.receiveAll() : client.receive();
    if (startsWith.isEmpty()) {
        QCOMPARE(reply, QByteArray());
    } else {
        QVERIFY2(reply.startsWith(startsWith), reply.constData());
    }
    RawClient next(server.baseUrl().port());
    next.send(get(server, "/connections/111111111111111111"));
    QVERIFY(next.receive().startsWith("HTTP/1.1 200 "));
}

void SandboxServerTest::aHangUpInTheBodyCutsIt()
{
    Server server;
    QVERIFY(server.start());
    server.faults().add({.kind = FaultKind::HangUpInBody});
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/customers"));
    const QByteArray reply = client.receiveAll();
    const qsizetype value = reply.indexOf("Content-Length: ") + 16;
    const qlonglong announced = reply.mid(value, reply.indexOf("\r\n", value) - value).toLongLong();
    QCOMPARE(reply.size() - reply.indexOf("\r\n\r\n") - 4, announced / 2);
}

void SandboxServerTest::aTrickleArrivesWhole()
{
    Server server;
    QVERIFY(server.start());
    server.faults().add({.kind = FaultKind::Drip});
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/customers/222222222222222222"));
    const QByteArray slow = client.receive();
    client.send(get(server, "/customers/222222222222222222"));
    QCOMPARE(bodyOf(slow), bodyOf(client.receive()));
}

void SandboxServerTest::aLostReplyHasChangedTheState()
{
    Server server;
    QVERIFY(server.start());
    server.faults().add({.kind = FaultKind::LostReply, .method = "DELETE"});
    RawClient client(server.baseUrl().port());
    client.send("DELETE /api/v5/connections/111111111111111111 HTTP/1.1\r\n" + headers(server));
    QCOMPARE(client.receiveAll(), QByteArray());
    RawClient after(server.baseUrl().port());
    after.send(get(server, "/connections/111111111111111111"));
    QVERIFY(after.receive().startsWith("HTTP/1.1 404 "));
    QCOMPARE(server.requestLog().size(), 2);
}

void SandboxServerTest::manyClientsAtOnce()
{
    Server server;
    QVERIFY(server.start());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.baseUrl().port()));
        QVERIFY(clients.back()->connected());
    }
    for (const auto &client : clients) {
        client->send(get(server, "/connections?customer_id=222222222222222222"));
    }
    for (auto client = clients.rbegin(); client != clients.rend(); ++client) {
        QVERIFY((*client)->receive().startsWith("HTTP/1.1 200 "));
    }
    QCOMPARE(server.requestLog().size(), 40);
}

void SandboxServerTest::aBigPageArrivesWhole()
{
    Server server({.connections = 1000});
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/customers?identifier=load-000001"));
    const QString id = bodyOf(client.receive()).value("data"_L1).toArray().first().toObject().value("id"_L1).toString();
    client.send(get(server, "/connections?per_page=1000&customer_id=" + id.toLatin1()));
    QCOMPARE(bodyOf(client.receive()).value("data"_L1).toArray().size(), 1000);
}

void SandboxServerTest::theLogHoldsNoSecrets()
{
    Server server;
    QVERIFY(server.start());
    RawClient client(server.baseUrl().port());
    client.send(get(server, "/customers?identifier=x"));
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
    const auto log = server.requestLog();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log.first().method, QByteArray("GET"));
    QCOMPARE(log.first().target, QByteArray("/api/v5/customers?identifier=x"));
    QCOMPARE(log.first().status, 200);
    server.clearRequestLog();
    QCOMPARE(server.requestLog().size(), 0);
}

QTEST_GUILESS_MAIN(SandboxServerTest)
#include "tst_sandboxserver.moc"
