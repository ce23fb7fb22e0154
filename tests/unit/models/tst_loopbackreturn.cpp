// SPDX-License-Identifier: Apache-2.0
#include "redirect/LoopbackReturn.h"
#include "redirect/LoopbackVisit.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QTcpSocket>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged += text.toUtf8() + '\n';
}

/// A browser: one socket, and all it heard.
struct Browser
{
    explicit Browser(quint16 port) { socket.connectToHost(QHostAddress::LocalHost, port); }

    void say(const QByteArray &bytes)
    {
        if (isConnected()) {
            socket.write(bytes);
            socket.flush();
        }
    }
    [[nodiscard]] bool isConnected()
    {
        const auto isSettled = [this] {
            return socket.state() == QAbstractSocket::ConnectedState ||
                   socket.state() == QAbstractSocket::UnconnectedState;
        };
        return QTest::qWaitFor(isSettled) && socket.state() == QAbstractSocket::ConnectedState;
    }
    /// Until the other side closes.
    [[nodiscard]] bool isClosed(int patience = 8000)
    {
        return QTest::qWaitFor(
            [this] {
                heard += socket.isOpen() ? socket.readAll() : QByteArray();
                return socket.state() == QAbstractSocket::UnconnectedState;
            },
            patience);
    }
    [[nodiscard]] int status() const { return heard.mid(9, 3).toInt(); }

    QTcpSocket socket;
    QByteArray heard;
};

/// A place to return to, and what it told.
struct Place
{
    explicit Place(std::chrono::milliseconds span = 60s)
        : loopback(std::make_unique<LoopbackReturn>(span))
    {
        QObject::connect(loopback.get(), &LoopbackReturn::returned, loopback.get(),
                         [this](const api::Secret &query) { returned.append(query.reveal().toByteArray()); });
        QObject::connect(loopback.get(), &LoopbackReturn::expired, loopback.get(), [this] { ++expired; });
        if (!loopback->listen()) {
            qFatal("no port is free");
        }
        port = static_cast<quint16>(loopback->returnTo().port());
        path = loopback->returnTo().path().toLatin1();
        host = "127.0.0.1:" + QByteArray::number(port);
    }
    [[nodiscard]] QByteArray get(const QByteArray &suffix = {}) const
    {
        return "GET " + path + suffix + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n\r\n";
    }
    /// Puts the words of this place for those of a table.
    [[nodiscard]] QByteArray filled(QByteArray request) const
    {
        return request.replace("PATH", path).replace("HOST", host);
    }
    [[nodiscard]] bool stillWorks()
    {
        Browser browser(port);
        browser.say(get("?late=1"));
        return browser.isClosed() && browser.status() == 200 &&
               QTest::qWaitFor([this] { return returned == QList<QByteArray>{"late=1"}; });
    }

    std::unique_ptr<LoopbackReturn> loopback;
    quint16 port = 0;
    QByteArray path;
    QByteArray host;
    QList<QByteArray> returned;
    int expired = 0;
};

} // namespace

class LoopbackReturnTest : public QObject
{
    Q_OBJECT

private slots:
    void theAddressIsOnTheLoopbackAndCannotBeGuessed();
    void itListensOnce();
    void theQueryIsHandedOnExactlyAsItCame_data();
    void theQueryIsHandedOnExactlyAsItCame();
    void aRequestMayComeInPieces();
    void whatIsNotTheReturnIsRefusedAndEndsNothing_data();
    void whatIsNotTheReturnIsRefusedAndEndsNothing();
    void aHeadThatIsTooLongIsRefused();
    void aHeadOfTheLargestSizeIsRead();
    void whatIsNoHttpIsClosedAtOnce();
    void everyAnswerIsClosedAndHarmless_data();
    void everyAnswerIsClosedAndHarmless();
    void theSecondRequestIsRefused();
    void ofTwoAtOnceOnlyOneIsHeard();
    void nobodyCameInTime();
    void afterTheReturnNothingExpires();
    void whoIsSlowIsDropped_data();
    void whoIsSlowIsDropped();
    void theNinthSocketIsRefused();
    void destroyingItClosesEverything();
    void whoeverHearsItMayDeleteIt();
    void nothingOfARequestIsLogged();
};

void LoopbackReturnTest::theAddressIsOnTheLoopbackAndCannotBeGuessed()
{
    QVERIFY(LoopbackReturn().returnTo().isEmpty());
    const Place one;
    const Place two;
    const QUrl address = one.loopback->returnTo();
    QCOMPARE(address.scheme(), u"http"_s);
    QCOMPARE(address.host(), u"127.0.0.1"_s);
    QVERIFY(!address.hasQuery());
    QVERIFY(address.path().startsWith(u"/return/"));
    // 128 bits are 22 letters of base 64.
    QVERIFY(address.path().mid(8).size() >= 22);
    QVERIFY(one.path != two.path);
    QVERIFY(one.port != two.port);
}

void LoopbackReturnTest::itListensOnce()
{
    Place place;
    const QUrl address = place.loopback->returnTo();
    QVERIFY(place.loopback->isListening());
    QVERIFY(!place.loopback->listen());
    QCOMPARE(place.loopback->returnTo(), address);
}

void LoopbackReturnTest::theQueryIsHandedOnExactlyAsItCame_data()
{
    QTest::addColumn<QByteArray>("suffix");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("empty") << QByteArray("?") << QByteArray();
    QTest::newRow("usual") << QByteArray("?code=4711&state=ab") << QByteArray("code=4711&state=ab");
    QTest::newRow("encoded stays encoded")
        << QByteArray("?c=a%2Fb%20c+d%e2%9C%93") << QByteArray("c=a%2Fb%20c+d%e2%9C%93");
    QTest::newRow("more marks") << QByteArray("?a=?&?b") << QByteArray("a=?&?b");
    QTest::newRow("odd order") << QByteArray("?b=&&a&=1;x") << QByteArray("b=&&a&=1;x");
    QTest::newRow("refused by the bank") << QByteArray("?error=access_denied") << QByteArray("error=access_denied");
    QTest::newRow("long") << QByteArray("?t=" + QByteArray(8000, 'x')) << QByteArray("t=" + QByteArray(8000, 'x'));
}

void LoopbackReturnTest::theQueryIsHandedOnExactlyAsItCame()
{
    QFETCH(QByteArray, suffix);
    QFETCH(QByteArray, query);
    Place place;
    Browser browser(place.port);
    browser.say(place.get(suffix));
    QVERIFY(browser.isClosed());
    QCOMPARE(browser.status(), 200);
    QVERIFY(browser.heard.contains("You can close this page and go back to your call."));
    QTRY_COMPARE(place.returned, QList<QByteArray>{query});
    QVERIFY(!place.loopback->isListening());
}

void LoopbackReturnTest::aRequestMayComeInPieces()
{
    Place place;
    Browser browser(place.port);
    QVERIFY(browser.isConnected());
    const QByteArray request = place.get("?code=1");
    for (const char byte : request) {
        browser.say(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QVERIFY(browser.isClosed());
    QTRY_COMPARE(place.returned, QList<QByteArray>{"code=1"});
}

void LoopbackReturnTest::whatIsNotTheReturnIsRefusedAndEndsNothing_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << QByteArray(request + "\r\n") << status;
    };
    const QByteArray host = "Host: HOST\r\n";
    row("the root", "GET / HTTP/1.1\r\n" + host, 404);
    row("its icon", "GET /favicon.ico HTTP/1.1\r\n" + host, 404);
    row("no state", "GET /return/?code=1 HTTP/1.1\r\n" + host, 404);
    row("another state", "GET /return/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA?code=1 HTTP/1.1\r\n" + host, 404);
    row("a longer state", "GET PATHA?code=1 HTTP/1.1\r\n" + host, 404);
    row("a step deeper", "GET PATH/?code=1 HTTP/1.1\r\n" + host, 404);
    row("the state in the query", "GET /?PATH HTTP/1.1\r\n" + host, 404);
    row("POST", "POST PATH?code=1 HTTP/1.1\r\nContent-Length: 0\r\n" + host, 405);
    row("HEAD", "HEAD PATH?code=1 HTTP/1.1\r\n" + host, 405);
    row("OPTIONS", "OPTIONS PATH HTTP/1.1\r\n" + host, 405);
    row("a foreign name (DNS rebinding)", "GET PATH?code=1 HTTP/1.1\r\nHost: evil.example\r\n", 421);
    row("a foreign name with our port", "GET PATH HTTP/1.1\r\nHost: evil.example:80\r\n", 421);
    row("localhost is not what we said", "GET PATH HTTP/1.1\r\nHost: localhost\r\n", 421);
    row("no port", "GET PATH HTTP/1.1\r\nHost: 127.0.0.1\r\n", 421);
    row("no host", "GET PATH HTTP/1.1\r\n", 421);
    row("two hosts", "GET PATH HTTP/1.1\r\n" + host + host, 400);
    row("an empty host", "GET PATH HTTP/1.1\r\nHost:\r\n", 400);
    row("a body", "GET PATH HTTP/1.1\r\nContent-Length: 5\r\n" + host, 400);
    row("a chunked body", "GET PATH HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + host, 400);
    row("no version", "GET PATH\r\n" + host, 400);
    row("another version", "GET PATH HTTP/2.0\r\n" + host, 400);
    row("two spaces", "GET  PATH HTTP/1.1\r\n" + host, 400);
    row("a space within", "GET PATH?a b HTTP/1.1\r\n" + host, 400);
    row("a whole address", "GET http://HOSTPATH HTTP/1.1\r\n" + host, 400);
    row("a control character", "GET PATH?a\x01 HTTP/1.1\r\n" + host, 400);
    row("beyond ASCII", "GET PATH?\xc3\xa4 HTTP/1.1\r\n" + host, 400);
    row("a lone line feed", "GET PATH HTTP/1.1\r\nA: b\nc\r\n" + host, 400);
    row("no colon", "GET PATH HTTP/1.1\r\nnonsense\r\n" + host, 400);
    row("a folded header", "GET PATH HTTP/1.1\r\nA: b\r\n c: d\r\n" + host, 400);
    row("a space before the colon", "GET PATH HTTP/1.1\r\nHost : HOST\r\n", 400);
    row("a method in small letters", "Get PATH HTTP/1.1\r\n" + host, 400);
    row("only a word", "HELLO\r\n", 400);
}

void LoopbackReturnTest::whatIsNotTheReturnIsRefusedAndEndsNothing()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Place place;
    Browser browser(place.port);
    browser.say(place.filled(request));
    QVERIFY(browser.isClosed());
    QCOMPARE(browser.status(), status);
    QVERIFY(!browser.heard.contains("You can close"));
    QVERIFY(place.returned.isEmpty());
    QVERIFY(place.stillWorks());
}

void LoopbackReturnTest::aHeadThatIsTooLongIsRefused()
{
    Place place;
    Browser browser(place.port);
    QVERIFY(browser.isConnected());
    browser.say("GET " + place.path + "?code=1 HTTP/1.1\r\nHost: " + place.host +
                "\r\nA: " + QByteArray(LoopbackVisit::largestHead * 8, 'a') + "\r\n\r\n");
    // Closed while it still talks: whether it hears the answer is its network's affair.
    QVERIFY(browser.isClosed());
    QVERIFY(browser.heard.isEmpty() || browser.status() == 431);
    QVERIFY(place.stillWorks());
}

void LoopbackReturnTest::aHeadOfTheLargestSizeIsRead()
{
    Place place;
    const QByteArray start = "GET " + place.path + "?code=1 HTTP/1.1\r\nHost: " + place.host + "\r\nA: ";
    for (const qsizetype beyond : {1, 0}) {
        Browser browser(place.port);
        browser.say(start + QByteArray(LoopbackVisit::largestHead - start.size() - 4 + beyond, 'a') + "\r\n\r\n");
        QVERIFY(browser.isClosed());
        QCOMPARE(browser.status(), beyond > 0 ? 431 : 200);
    }
    QTRY_COMPARE(place.returned, QList<QByteArray>{"code=1"});
}

void LoopbackReturnTest::whatIsNoHttpIsClosedAtOnce()
{
    Place place;
    Browser browser(place.port);
    browser.say(QByteArray("\x16\x03\x01\x02\x00\x01", 6));
    QVERIFY(browser.isClosed(5000));
    QVERIFY(browser.heard.isEmpty());
    QVERIFY(place.stillWorks());
}

void LoopbackReturnTest::everyAnswerIsClosedAndHarmless_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("200") << QByteArray("GET PATH?code=canary HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("400") << QByteArray("GET PATH?code=canary\r\nHost: HOST\r\n\r\n");
    QTest::newRow("404") << QByteArray("GET /canary HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("405") << QByteArray("POST PATH?code=canary HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("421") << QByteArray("GET PATH?code=canary HTTP/1.1\r\nHost: canary\r\n\r\n");
}

void LoopbackReturnTest::everyAnswerIsClosedAndHarmless()
{
    QFETCH(QByteArray, request);
    Place place;
    Browser browser(place.port);
    browser.say(place.filled(request));
    QVERIFY(browser.isClosed());
    QCOMPARE(browser.heard.first(13), QByteArray("HTTP/1.1 " + QByteArray(QTest::currentDataTag()) + ' '));
    const qsizetype headEnd = browser.heard.indexOf("\r\n\r\n");
    const QByteArray head = browser.heard.first(headEnd + 2);
    const QByteArray page = browser.heard.mid(headEnd + 4);
    for (const char *header :
         {"\r\nConnection: close\r\n", "\r\nCache-Control: no-store\r\n", "\r\nReferrer-Policy: no-referrer\r\n",
          "\r\nContent-Security-Policy: default-src 'none'", "\r\nContent-Type: text/html; charset=utf-8\r\n"}) {
        QVERIFY2(head.contains(header), header);
    }
    QVERIFY(head.contains(QByteArray("\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n")));
    QCOMPARE(head.contains("\r\nAllow: GET\r\n"), request.startsWith("POST"));
    QVERIFY(!browser.heard.contains("canary"));
    QVERIFY(!browser.heard.contains(place.path));
}

void LoopbackReturnTest::theSecondRequestIsRefused()
{
    Place place;
    Browser first(place.port);
    first.say(place.get("?code=1"));
    QVERIFY(first.isClosed());
    Browser second(place.port);
    second.say(place.get("?code=2"));
    QVERIFY(second.isClosed());
    QCOMPARE(second.socket.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(second.heard.isEmpty());
    QTRY_COMPARE(place.returned, QList<QByteArray>{"code=1"});
}

void LoopbackReturnTest::ofTwoAtOnceOnlyOneIsHeard()
{
    Place place;
    Browser first(place.port);
    Browser second(place.port);
    QVERIFY(first.isConnected() && second.isConnected());
    const QByteArray request = place.get("?code=1");
    first.say(request.chopped(1));
    second.say(request.chopped(1));
    QTRY_COMPARE(place.loopback->findChildren<LoopbackVisit *>().size(), 2);
    first.say("\n");
    second.say("\n");
    QVERIFY(first.isClosed() && second.isClosed());
    QTRY_COMPARE(place.returned, QList<QByteArray>{"code=1"});
    // A second one would have come before this.
    QTRY_VERIFY(place.loopback->findChildren<LoopbackVisit *>().isEmpty());
    QCOMPARE(place.returned.size(), 1);
    QVERIFY(first.heard.isEmpty() != second.heard.isEmpty());
}

void LoopbackReturnTest::nobodyCameInTime()
{
    Place place(50ms);
    Browser idle(place.port);
    QVERIFY(idle.isConnected());
    QTRY_COMPARE(place.expired, 1);
    QVERIFY(!place.loopback->isListening());
    QVERIFY(idle.isClosed());
    Browser late(place.port);
    QVERIFY(late.isClosed());
    QCOMPARE(late.socket.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(place.expired, 1);
    QVERIFY(place.returned.isEmpty());
}

void LoopbackReturnTest::afterTheReturnNothingExpires()
{
    Place place(300ms);
    Browser browser(place.port);
    browser.say(place.get());
    QTRY_COMPARE(place.returned.size(), 1);
    // Its own span is over by then.
    QTimer later;
    later.setSingleShot(true);
    later.start(400ms);
    QTRY_VERIFY(!later.isActive());
    QCOMPARE(place.expired, 0);
}

void LoopbackReturnTest::whoIsSlowIsDropped_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("says nothing") << QByteArray();
    QTest::newRow("stops in the middle") << QByteArray("GET PATH?code=1 HT");
    QTest::newRow("stops before the end") << QByteArray("GET PATH?code=1 HTTP/1.1\r\nHost: HOST\r\n");
}

void LoopbackReturnTest::whoIsSlowIsDropped()
{
    QFETCH(QByteArray, start);
    Place place;
    place.loopback->setPatience(50ms);
    Browser browser(place.port);
    browser.say(place.filled(start));
    QVERIFY(browser.isClosed());
    QVERIFY(browser.heard.isEmpty());
    place.loopback->setPatience(10s);
    QVERIFY(place.stillWorks());
}

void LoopbackReturnTest::theNinthSocketIsRefused()
{
    Place place;
    std::vector<std::unique_ptr<Browser>> browsers;
    for (int i = 0; i < 8; ++i) {
        browsers.push_back(std::make_unique<Browser>(place.port));
        QVERIFY(browsers.back()->isConnected());
    }
    QTRY_COMPARE(place.loopback->findChildren<LoopbackVisit *>().size(), 8);
    Browser ninth(place.port);
    ninth.say(place.get("?code=9"));
    QVERIFY(ninth.isClosed());
    QVERIFY(ninth.heard.isEmpty());
    QVERIFY(place.returned.isEmpty());
    for (const auto &browser : browsers) {
        QCOMPARE(browser->socket.state(), QAbstractSocket::ConnectedState);
    }
    browsers.clear();
    QTRY_VERIFY(place.loopback->findChildren<LoopbackVisit *>().isEmpty());
    QVERIFY(place.stillWorks());
}

void LoopbackReturnTest::destroyingItClosesEverything()
{
    Place place;
    Browser waiting(place.port);
    waiting.say("GET ");
    QTRY_COMPARE(place.loopback->findChildren<LoopbackVisit *>().size(), 1);
    place.loopback.reset();
    QVERIFY(waiting.isClosed());
    QVERIFY(waiting.heard.isEmpty());
    Browser late(place.port);
    QVERIFY(late.isClosed());
    QCOMPARE(late.socket.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(place.returned.isEmpty());
    QCOMPARE(place.expired, 0);
}

void LoopbackReturnTest::whoeverHearsItMayDeleteIt()
{
    Place place;
    connect(place.loopback.get(), &LoopbackReturn::returned, this, [&place] { place.loopback.reset(); });
    Browser browser(place.port);
    browser.say(place.get("?code=1"));
    QVERIFY(browser.isClosed());
    QTRY_VERIFY(!place.loopback);
    QCOMPARE(browser.status(), 200);
    QVERIFY(browser.heard.endsWith("</p>\n"));

    Place nobody(20ms);
    connect(nobody.loopback.get(), &LoopbackReturn::expired, this, [&nobody] { nobody.loopback.reset(); });
    QTRY_VERIFY(!nobody.loopback);
}

void LoopbackReturnTest::nothingOfARequestIsLogged()
{
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(keepLog);
    qInfo("the log is kept");
    Place place;
    for (const QByteArray &request :
         {place.get("/x?code=canary"), QByteArray("canary\r\n\r\n"), place.get("?code=canary")}) {
        Browser browser(place.port);
        browser.say(request);
        if (!browser.isClosed()) {
            logged += "canary: not closed";
        }
    }
    const bool arrived = QTest::qWaitFor([&place] { return !place.returned.isEmpty(); });
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(arrived);
    QVERIFY(logged.contains("the log is kept"));
    QVERIFY2(!logged.contains("canary") && !logged.contains(place.path), logged.constData());
}

QTEST_GUILESS_MAIN(LoopbackReturnTest)
#include "tst_loopbackreturn.moc"
