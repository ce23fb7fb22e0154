// SPDX-License-Identifier: Apache-2.0
#include "question/RemotePicture.h"
#include "testing/FakeNetwork.h"
#include "testing/Intervals.h"
#include "testing/RawServer.h"

#include <QNetworkCookieJar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::RemotePicture;
using testing::FakeAnswer;
using testing::FakeNetwork;
using testing::RawServer;

namespace {

const QByteArray png("\x89PNG\r\n\x1a\n and the rest");

RawServer::Reaction answered(const QByteArray &statusAndHeaders, const QByteArray &body)
{
    return {"HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                body,
            false};
}

QUrl pictureAt(const RawServer &server)
{
    return server.baseUrl().resolved(QUrl(u"/a.png"_s));
}

/// One picture, its two signals, and the access manager it borrows.
struct Loading
{
    explicit Loading(const QUrl &url, const RemotePicture::Limits &limits = {})
        : picture(std::make_unique<RemotePicture>(network, url, limits))
    {}

    [[nodiscard]] qsizetype ends() const { return loaded.count() + failed.count(); }
    [[nodiscard]] QString reason() const { return failed.value(0).value(0).toString(); }

    QNetworkAccessManager network;
    std::unique_ptr<RemotePicture> picture;
    QSignalSpy loaded{picture.get(), &RemotePicture::loaded};
    QSignalSpy failed{picture.get(), &RemotePicture::failed};
};

} // namespace

class TestRemotePicture : public QObject
{
    Q_OBJECT

private slots:
    void onlyHttpsIsAllowedBeyondThisMachine_data();
    void onlyHttpsIsAllowedBeyondThisMachine();
    void aPictureIsLoaded();
    void nothingOfOursGoesOut();
    void theSideDoorsAreClosed();
    void anAnswerThatIsNoPictureIsRefused_data();
    void anAnswerThatIsNoPictureIsRefused();
    void aRedirectIsNotFollowed();
    void aForbiddenAddressIsNotAsked();
    void tooManyBytesAreRefused_data();
    void tooManyBytesAreRefused();
    void exactlyTheLimitIsLoaded();
    void silenceEnds();
    void aTrickleEnds();
    void aBrokenConnectionEnds();
    void destroyingAborts();
    void aSlotMayDestroyIt_data();
    void aSlotMayDestroyIt();
    void aSecondStartChangesNothing();
};

void TestRemotePicture::onlyHttpsIsAllowedBeyondThisMachine_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https") << u"https://bank.example/a.png"_s << true;
    QTest::newRow("http") << u"http://bank.example/a.png"_s << false;
    QTest::newRow("http here") << u"http://127.0.0.1:8080/a.png"_s << true;
    QTest::newRow("http here by name") << u"http://localhost/a.png"_s << true;
    QTest::newRow("http here, IPv6") << u"http://[::1]:8080/a.png"_s << true;
    QTest::newRow("a name that begins like this machine") << u"http://127.0.0.1.evil.example/a.png"_s << false;
    QTest::newRow("a user's name") << u"https://bank.example@evil.example/a.png"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("ftp") << u"ftp://127.0.0.1/a.png"_s << false;
    QTest::newRow("data") << u"data:image/png;base64,AA"_s << false;
    QTest::newRow("no host") << u"https:///a.png"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestRemotePicture::onlyHttpsIsAllowedBeyondThisMachine()
{
    QFETCH(const QString, url);
    QFETCH(const bool, allowed);
    QCOMPARE(RemotePicture::isAllowed(QUrl(url)), allowed);
}

void TestRemotePicture::aPictureIsLoaded()
{
    RawServer server(RawServer::Transport::Http);
    server.react(answered("200 OK\r\nContent-Type: image/png; x=y", png));
    Loading loading(pictureAt(server));
    loading.picture->start();
    QCOMPARE(loading.ends(), 0);
    QTRY_COMPARE(loading.loaded.count(), 1);
    QCOMPARE(loading.loaded[0][0].toByteArray(), png);
    QCOMPARE(loading.failed.count(), 0);
}

void TestRemotePicture::nothingOfOursGoesOut()
{
    RawServer server(RawServer::Transport::Http);
    server.react(answered("200 OK\r\nContent-Type: image/png\r\nSet-Cookie: spy=1", png));
    Loading loading(pictureAt(server));
    loading.network.cookieJar()->setCookiesFromUrl({QNetworkCookie("session", "of-ours")}, pictureAt(server));
    loading.picture->start();
    QTRY_COMPARE(loading.loaded.count(), 1);
    QCOMPARE(server.requests().size(), 1);
    const QByteArray request = server.requests().front().toLower();
    QVERIFY(request.startsWith("get /a.png http/1.1\r\n"));
    for (const QByteArray &header :
         {"app-id"_ba, "secret"_ba, "signature"_ba, "expires-at"_ba, "authorization"_ba, "cookie"_ba, "referer"_ba}) {
        QVERIFY2(!request.contains(QByteArray("\r\n" + header + ':')), header.constData());
    }
    QVERIFY(!request.contains("saltdesk") && !request.contains("of-ours"));
    QCOMPARE(loading.network.cookieJar()->cookiesForUrl(pictureAt(server)).size(), 1);
}

void TestRemotePicture::theSideDoorsAreClosed()
{
    FakeNetwork network;
    RemotePicture picture(network, QUrl(u"https://bank.example/a.png"_s));
    QSignalSpy failed(&picture, &RemotePicture::failed);
    picture.start();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(network.sent().size(), 1);
    const QNetworkRequest &request = network.sent().front().request;
    QCOMPARE(network.sent().front().verb, "GET"_ba);
    using Request = QNetworkRequest;
    for (const auto attribute : {Request::CookieLoadControlAttribute, Request::CookieSaveControlAttribute,
                                 Request::AuthenticationReuseAttribute}) {
        QCOMPARE(request.attribute(attribute).toInt(), int(Request::Manual));
    }
    QCOMPARE(request.attribute(Request::RedirectPolicyAttribute).toInt(), int(Request::ManualRedirectPolicy));
    QCOMPARE(request.sslConfiguration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(request.rawHeaderList(), QList<QByteArray>({"Accept", "Accept-Encoding"}));
}

void TestRemotePicture::anAnswerThatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    const QByteArray svg("<svg xmlns='http://www.w3.org/2000/svg'/>");
    QTest::newRow("svg") << "200 OK\r\nContent-Type: image/svg+xml"_ba << svg;
    QTest::newRow("svg in upper case") << "200 OK\r\nContent-Type: IMAGE/SVG+XML; charset=utf-8"_ba << svg;
    QTest::newRow("svg that is called png") << "200 OK\r\nContent-Type: image/png"_ba << svg;
    QTest::newRow("png that is called svg") << "200 OK\r\nContent-Type: image/svg+xml"_ba << png;
    QTest::newRow("html") << "200 OK\r\nContent-Type: text/html"_ba
                          << "<html>"_ba;
    QTest::newRow("no type") << "200 OK"_ba << png;
    QTest::newRow("nothing") << "200 OK\r\nContent-Type: image/png"_ba << QByteArray();
    QTest::newRow("not found") << "404 Not Found\r\nContent-Type: image/png"_ba << png;
    QTest::newRow("part") << "206 Partial Content\r\nContent-Type: image/png"_ba << png;
    QTest::newRow("login") << "401 Unauthorized\r\nContent-Type: image/png\r\nWWW-Authenticate: Basic realm=x"_ba
                           << png;
    QTest::newRow("error") << "500 Oops\r\nContent-Type: image/png"_ba << png;
}

void TestRemotePicture::anAnswerThatIsNoPictureIsRefused()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    RawServer server(RawServer::Transport::Http);
    server.react(answered(head, body));
    Loading loading(pictureAt(server));
    loading.picture->start();
    QTRY_COMPARE(loading.failed.count(), 1);
    QVERIFY(loading.reason().endsWith(u'.'));
    QVERIFY(testing::passIntervals(std::chrono::milliseconds(5)));
    QCOMPARE(loading.ends(), 1);
}

void TestRemotePicture::aRedirectIsNotFollowed()
{
    RawServer target(RawServer::Transport::Http);
    for (const QByteArray &status :
         {"301 Moved"_ba, "302 Found"_ba, "303 See Other"_ba, "307 Temporary"_ba, "308 Permanent"_ba}) {
        RawServer server(RawServer::Transport::Http);
        server.react(
            answered(status + "\r\nContent-Type: image/png\r\nLocation: " + pictureAt(target).toEncoded(), png));
        Loading loading(pictureAt(server));
        loading.picture->start();
        QTRY_COMPARE(loading.failed.count(), 1);
        QCOMPARE(loading.reason(), u"The server sends to another address, which is not followed."_s);
        QCOMPARE(server.requests().size(), 1);
    }
    QCOMPARE(target.connections(), 0);
}

void TestRemotePicture::aForbiddenAddressIsNotAsked()
{
    FakeNetwork network;
    RemotePicture picture(network, QUrl(u"http://bank.example/a.png"_s));
    QSignalSpy failed(&picture, &RemotePicture::failed);
    picture.start();
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(network.sent().isEmpty());
}

void TestRemotePicture::tooManyBytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray head("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n");
    const QByteArray body(QByteArray(png + QByteArray(1000, 'x')));
    QTest::newRow("announced") << QByteArray(head + "Content-Length: 1000000\r\n\r\n");
    QTest::newRow("sent") << QByteArray(head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                                        body);
    QTest::newRow("without end") << QByteArray(head + "Connection: close\r\n\r\n" + body);
    QTest::newRow("in chunks") << QByteArray(head + "Transfer-Encoding: chunked\r\n\r\n" +
                                             QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n");
}

void TestRemotePicture::tooManyBytesAreRefused()
{
    QFETCH(const QByteArray, answer);
    RawServer server(RawServer::Transport::Http);
    server.react({answer, false});
    Loading loading(pictureAt(server), {std::chrono::seconds(60), 500});
    loading.picture->start();
    QTRY_COMPARE(loading.failed.count(), 1);
    QCOMPARE(loading.reason(), u"The picture is too large."_s);
}

void TestRemotePicture::exactlyTheLimitIsLoaded()
{
    RawServer server(RawServer::Transport::Http);
    server.react(answered("200 OK\r\nContent-Type: image/png", png));
    Loading loading(pictureAt(server), {std::chrono::seconds(60), png.size()});
    loading.picture->start();
    QTRY_COMPARE(loading.loaded.count(), 1);
}

void TestRemotePicture::silenceEnds()
{
    RawServer server(RawServer::Transport::Http);
    server.react(RawServer::silence());
    Loading loading(pictureAt(server), {std::chrono::milliseconds(50), 1000});
    loading.picture->start();
    QTRY_COMPARE(loading.failed.count(), 1);
    QCOMPARE(loading.reason(), u"The server took too long to send it."_s);
    QVERIFY(testing::passIntervals(std::chrono::milliseconds(5)));
    QCOMPARE(loading.ends(), 1);
}

void TestRemotePicture::aTrickleEnds()
{
    // Bytes keep arriving, so a timeout that starts anew with each would never fire.
    FakeNetwork network;
    FakeAnswer hanging;
    hanging.hangs = true;
    network.answer(hanging);
    RemotePicture picture(network, QUrl(u"https://bank.example/a.png"_s), {std::chrono::milliseconds(60), 1000});
    QSignalSpy failed(&picture, &RemotePicture::failed);
    picture.start();
    QTimer trickle;
    connect(&trickle, &QTimer::timeout, &network, [&] {
        for (QNetworkReply *reply : network.findChildren<QNetworkReply *>()) {
            emit reply->readyRead();
        }
    });
    trickle.start(std::chrono::milliseconds(5));
    QTRY_COMPARE(failed.count(), 1);
}

void TestRemotePicture::aBrokenConnectionEnds()
{
    RawServer server(RawServer::Transport::Http);
    server.react({"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 500\r\n\r\n" + png, true});
    Loading loading(pictureAt(server));
    loading.picture->start();
    QTRY_COMPARE(loading.failed.count(), 1);
    QCOMPARE(loading.loaded.count(), 0);
}

void TestRemotePicture::destroyingAborts()
{
    FakeNetwork network;
    FakeAnswer hanging;
    hanging.hangs = true;
    network.answer(hanging);
    auto picture = std::make_unique<RemotePicture>(network, QUrl(u"https://bank.example/a.png"_s));
    QSignalSpy loaded(picture.get(), &RemotePicture::loaded);
    QSignalSpy failed(picture.get(), &RemotePicture::failed);
    picture->start();
    auto *reply = network.findChild<QNetworkReply *>();
    QVERIFY(reply != nullptr);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    picture.reset();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(loaded.count() + failed.count(), 0);
    QVERIFY(network.findChild<QNetworkReply *>() == nullptr);
}

void TestRemotePicture::aSlotMayDestroyIt_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("loaded") << "200 OK\r\nContent-Type: image/png"_ba;
    QTest::newRow("refused by its head") << "200 OK\r\nContent-Type: text/html"_ba;
    QTest::newRow("refused by its status") << "404 Not Found\r\nContent-Type: image/png"_ba;
}

void TestRemotePicture::aSlotMayDestroyIt()
{
    QFETCH(const QByteArray, head);
    RawServer server(RawServer::Transport::Http);
    server.react(answered(head, png));
    Loading loading(pictureAt(server));
    QObject context;
    int ends = 0;
    const auto destroy = [&] {
        ++ends;
        loading.picture.reset();
    };
    connect(loading.picture.get(), &RemotePicture::loaded, &context, destroy);
    connect(loading.picture.get(), &RemotePicture::failed, &context, destroy);
    loading.picture->start();
    QTRY_COMPARE(ends, 1);
    QVERIFY(testing::passIntervals(std::chrono::milliseconds(5)));
    QCOMPARE(ends, 1);
}

void TestRemotePicture::aSecondStartChangesNothing()
{
    FakeNetwork network;
    RemotePicture picture(network, QUrl(u"https://bank.example/a.png"_s));
    picture.start();
    picture.start();
    QCOMPARE(network.sent().size(), 1);
}

QTEST_GUILESS_MAIN(TestRemotePicture)
#include "tst_remotepicture.moc"
