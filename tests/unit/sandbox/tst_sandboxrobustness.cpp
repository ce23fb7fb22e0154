// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"
#include "RawClient.h"
#include "SigningKey.h"

#include "server/Server.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <random>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using Clients = std::vector<std::unique_ptr<RawClient>>;

/// Whatever comes to the port, the next well-behaved client is served.
class SandboxRobustnessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void mutatedRequestsGetWellFormedReplies();
    void mutatedBytesAreSurvived();
    void endlessHeadersAreCutOff();
    void aThousandIdleConnectionsAreHeld();
    void halfOpenHandshakesKeepNobodyWaiting();
    void drippingClientsKeepNobodyWaiting();
    void onlyLoopbackListens_data();
    void onlyLoopbackListens();
    void otherLocalAddressesAreRefused();

private:
    static QByteArray request(const QByteArray &appId, const QByteArray &secret)
    {
        return "GET /api/v5/customers?identifier=helpdesk-000123 HTTP/1.1\r\nHost: x\r\nApp-id: " + appId +
               "\r\nSecret: " + secret + "\r\nAccept: application/json\r\nContent-Type: application/json\r\n\r\n";
    }
    static bool serves(const Server &server)
    {
        RawClient polite(server.baseUrl().port());
        polite.send(request(server.appId().toLatin1(), server.secret().toLatin1()));
        return polite.receive().startsWith("HTTP/1.1 200 ");
    }
    static Clients crowd(int size, int port, const QByteArray &saying)
    {
        Clients clients;
        for (int i = 0; i < size; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->send(saying);
        }
        return clients;
    }
    QByteArray mutated(QByteArray bytes);
    int upTo(qsizetype most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }

    std::mt19937 m_random{20261123};
    SigningKey m_key;
    QTemporaryDir m_folder;
};

void SandboxRobustnessTest::initTestCase()
{
    // This process holds the other ends of a thousand connections.
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

QByteArray SandboxRobustnessTest::mutated(QByteArray bytes)
{
    for (int change = 1 + upTo(5); change > 0 && !bytes.isEmpty(); --change) {
        const int at = upTo(bytes.size() - 1);
        switch (upTo(4)) {
        case 0:
            bytes[at] = static_cast<char>(upTo(255));
            break;
        case 1:
            bytes.remove(at, upTo(40));
            break;
        case 2:
            bytes.insert(at, QByteArray(upTo(300), static_cast<char>(upTo(255))));
            break;
        case 3:
            bytes.insert(at, bytes.mid(upTo(bytes.size()), upTo(200)));
            break;
        default:
            bytes.truncate(std::max(1, at));
            break;
        }
    }
    return bytes.isEmpty() ? QByteArray("\n") : bytes;
}

void SandboxRobustnessTest::mutatedRequestsGetWellFormedReplies()
{
    Desk desk;
    const QByteArray body = Desk::wrap(desk.createData(u"fakebank_dynamic_multi_select_xf"_s));
    const QList<QByteArray> methods{"GET", "POST", "PUT", "DELETE", "PATCH"};
    const QList<QByteArray> targets{"/api/v5/connections?customer_id=222222222222222222&per_page=100",
                                    "/api/v5/connections/111111111111111111/reconnect",
                                    "/api/v5/connections/111111111111111111/interactive",
                                    "/api/v5/providers?country_code=XF&include_fake_providers=true",
                                    "/api/v5/connections",
                                    "/pictures/fakebank_remote_image_xf.png",
                                    "/api/v5/consents/1/revoke?connection_id=111111111111111111"};
    for (int i = 0; i < 3000; ++i) {
        Request sent = Desk::request(methods[upTo(methods.size() - 1)], {}, upTo(3) == 0 ? body : mutated(body));
        sent.target = upTo(1) == 0 ? targets[upTo(targets.size() - 1)] : mutated(targets[upTo(targets.size() - 1)]);
        const Answer answer = desk.send(sent);
        const bool isPicture = answer.reply.contentType == "image/png";
        QVERIFY2(answer.json.contains("data"_L1) || !answer.errorClass().isEmpty() || isPicture,
                 sent.target.toPercentEncoding().constData());
        QVERIFY2(answer.status() != 500, sent.body.toPercentEncoding().constData());
    }
    QCOMPARE(desk.get(u"/customers"_s).status(), 200);
}

void SandboxRobustnessTest::mutatedBytesAreSurvived()
{
    Server server;
    QVERIFY(server.start());
    const QByteArray good = request(server.appId().toLatin1(), server.secret().toLatin1());
    for (int i = 0; i < 400; ++i) {
        RawClient rude(server.baseUrl().port());
        rude.send(mutated(good));
        rude.endSending();
        const QByteArray reply = rude.receiveAll();
        QVERIFY2(reply.isEmpty() || reply.startsWith("HTTP/1.1 "), reply.constData());
    }
    QVERIFY(serves(server));
}

void SandboxRobustnessTest::endlessHeadersAreCutOff()
{
    Server server;
    QVERIFY(server.start());
    RawClient rude(server.baseUrl().port());
    const QByteArray good = request(server.appId().toLatin1(), server.secret().toLatin1());
    rude.send(good.chopped(2));
    // Far more than any head that is taken, far less than would fill a memory.
    for (int i = 0; i < 4000; ++i) {
        rude.send("X-" + QByteArray::number(i) + ": " + QByteArray(1000, 'x') + "\r\n");
    }
    rude.send("\r\n");
    rude.endSending();
    const QByteArray reply = rude.receiveAll();
    QVERIFY2(!reply.startsWith("HTTP/1.1 200"), reply.left(200).constData());
    QVERIFY(serves(server));
}

void SandboxRobustnessTest::aThousandIdleConnectionsAreHeld()
{
    QProcess process;
    // As a desktop gives it: a low limit of descriptors that the program may raise.
    process.start(u"/bin/sh"_s, {u"-c"_s, u"ulimit -Sn 256; exec \"$0\" --app-id me --secret hush"_s,
                                 QStringLiteral(SANDBOX_PROGRAM)});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20000);
    const int port = QUrl(QJsonDocument::fromJson(process.readLine()).object().value("base_url"_L1).toString()).port();
    const Clients idle = crowd(1000, port, {});
    QVERIFY(std::all_of(idle.begin(), idle.end(), [](const auto &client) { return client->connected(); }));
    for (const auto &client : {idle.front().get(), idle[500].get(), idle.back().get()}) {
        client->send(request("me", "hush"));
        QVERIFY(client->receive().startsWith("HTTP/1.1 200 "));
    }
    RawClient next(port);
    next.send(request("me", "hush"));
    QVERIFY(next.receive().startsWith("HTTP/1.1 200 "));
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
    QCOMPARE(process.exitCode(), 0);
}

void SandboxRobustnessTest::halfOpenHandshakesKeepNobodyWaiting()
{
    const QString certificate = m_folder.filePath(u"certificate.pem"_s);
    const QString key = m_folder.filePath(u"key.pem"_s);
    QFile certificateFile(certificate);
    QFile keyFile(key);
    QVERIFY(certificateFile.open(QIODevice::WriteOnly) && keyFile.open(QIODevice::WriteOnly));
    certificateFile.write(m_key.certificatePem());
    keyFile.write(m_key.privatePem());
    certificateFile.close();
    keyFile.close();
    Server server({.certificateFile = certificate, .keyFile = key});
    QVERIFY(server.start());
    // The beginning of a ClientHello that announces 512 bytes.
    const Clients halfOpen = crowd(100, server.baseUrl().port(), QByteArray::fromHex("1603010200010001fc0303"));
    httplib::SSLClient client("127.0.0.1", server.baseUrl().port());
    client.enable_server_certificate_verification(false);
    const auto result = client.Get("/api/v5/customers");
    QVERIFY(result);
    QCOMPARE(result->status, 400);
}

void SandboxRobustnessTest::drippingClientsKeepNobodyWaiting()
{
    Server server;
    QVERIFY(server.start());
    const Clients slow = crowd(100, server.baseUrl().port(), "POST /api/v5/connections HTTP/1.1\r\nContent-Le");
    for (int letter = 0; letter < 5; ++letter) {
        for (const auto &client : slow) {
            client->send("n");
        }
        QVERIFY(serves(server));
    }
}

void SandboxRobustnessTest::onlyLoopbackListens_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("IPv4") << u"/proc/net/tcp"_s << QByteArrayList{"0100007F"};
    QTest::newRow("IPv6") << u"/proc/net/tcp6"_s << QByteArrayList();
}

void SandboxRobustnessTest::onlyLoopbackListens()
{
    QFETCH(QString, table);
    Server server;
    QVERIFY(server.start());
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("No such table on this system.");
    }
    const QByteArray port = ':' + QByteArray::number(server.baseUrl().port(), 16).toUpper().rightJustified(4, '0');
    QByteArrayList addresses;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList columns = line.simplified().split(' ');
        // Local address and port in hex, then the remote one, then the state: 0A listens.
        if (columns.size() > 3 && columns[3] == "0A" && columns[1].endsWith(port)) {
            addresses.append(columns[1].split(':').first());
        }
    }
    QTEST(addresses, "expected");
}

void SandboxRobustnessTest::otherLocalAddressesAreRefused()
{
    Server server;
    QVERIFY(server.start());
    const auto reaches = [&](const char *address) {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(static_cast<quint16>(server.baseUrl().port()));
        ::inet_pton(AF_INET, address, &where.sin_addr);
        const int result = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&where), sizeof where);
        ::close(descriptor);
        return result == 0;
    };
    QVERIFY(reaches("127.0.0.1"));
    QVERIFY(!reaches("127.0.0.2"));
}

QTEST_GUILESS_MAIN(SandboxRobustnessTest)
#include "tst_sandboxrobustness.moc"
