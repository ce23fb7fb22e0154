// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectLink.h"
#include "support/Bench.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = ConnectLink::State;

namespace {

constexpr auto address = "https://www.saltedge.com/connect?token=canary";

/// `expires` is a JSON value; empty: the member is absent.
FakeAnswer session(const QByteArray &expires = "\"2026-11-23T10:43:07Z\"", const QByteArray &url = address)
{
    const QByteArray member = expires.isEmpty() ? QByteArray() : QByteArray("\"expires_at\":" + expires + ',');
    return json("{\"data\":{" + member + "\"connect_url\":\"" + url + "\"}}");
}

ConnectLink::Request creation()
{
    api::CreateConnectSessionRequest request;
    request.customerId = api::CustomerId(u"22"_s);
    request.consent.scopes = {u"account_details"_s};
    return request;
}

ConnectLink::Request reconnection()
{
    api::ReconnectConnectSessionRequest request;
    request.connectionId = api::ConnectionId(u"11"_s);
    request.consent.scopes = {u"account_details"_s};
    return request;
}

ConnectLink::Request refreshment()
{
    api::RefreshConnectSessionRequest request;
    request.connectionId = api::ConnectionId(u"11"_s);
    return request;
}

/// A link at a clock that stands still; every state that was told.
struct Scene
{
    Scene()
        : link(bench.client, bench.clock)
    {
        bench.network.on(route, session());
        QObject::connect(&link, &ConnectLink::changed, &link, [this] { told.append(link.state()); });
    }
    [[nodiscard]] bool reaches(State state)
    {
        return QTest::qWaitFor([this, state] { return link.state() == state; }, 10'000);
    }

    static constexpr auto route = "POST /connect_sessions/create";
    Bench bench;
    ConnectLink link;
    QList<State> told;
};

} // namespace

class ConnectLinkTest : public QObject
{
    Q_OBJECT

private slots:
    void atFirstThereIsNothing();
    void eachRequestGoesItsOwnWay_data();
    void eachRequestGoesItsOwnWay();
    void aLinkIsAskedForThenReady();
    void whereTheAnswerHasNoExpiryItIsAMinute_data();
    void whereTheAnswerHasNoExpiryItIsAMinute();
    void theTimeLeftCountsBegunSeconds();
    void eachSecondIsTold();
    void itExpiresAndForgetsTheAddress();
    void whatArrivesExpiredIsNeverReady();
    void aRefusalIsToldAsItIs();
    void aLostAnswerIsNeverAskedAgainByItself();
    void whileWritesAreLockedNothingLeaves();
    void onlyAPageIsALink_data();
    void onlyAPageIsALink();
    void twoAreNeverAskedForAtOnce();
    void anotherTakesThePlaceOfTheFirst();
    void askingAgainSendsTheSame();
    void askingAgainNeedsAFirstTime();
    void destroyingItEndsTheCall();
};

void ConnectLinkTest::atFirstThereIsNothing()
{
    Scene scene;
    QCOMPARE(scene.link.state(), State::Idle);
    QVERIFY(scene.link.url().isEmpty());
    QCOMPARE(scene.link.left(), 0s);
    QVERIFY(!scene.link.error());
    QVERIFY(!scene.link.request());
}

void ConnectLinkTest::eachRequestGoesItsOwnWay_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("0") << QByteArray("create");
    QTest::newRow("1") << QByteArray("reconnect");
    QTest::newRow("2") << QByteArray("refresh");
}

void ConnectLinkTest::eachRequestGoesItsOwnWay()
{
    QFETCH(QByteArray, path);
    const std::array requests{creation(), reconnection(), refreshment()};
    const auto which = QByteArray(QTest::currentDataTag()).toUInt();
    Scene scene;
    const QByteArray route = "POST /connect_sessions/" + path;
    scene.bench.network.on(route, session());
    QVERIFY(scene.link.ask(requests.at(which)));
    QVERIFY(scene.reaches(State::Ready));
    QCOMPARE(scene.bench.network.sent(), QStringList{QString::fromLatin1(route)});
    QCOMPARE(scene.link.request()->index(), which);
}

void ConnectLinkTest::aLinkIsAskedForThenReady()
{
    Scene scene;
    QVERIFY(scene.link.ask(creation()));
    QCOMPARE(scene.told, QList<State>{State::Asking});
    QVERIFY(scene.reaches(State::Ready));
    QCOMPARE(scene.told, (QList<State>{State::Asking, State::Ready}));
    QCOMPARE(scene.link.url(), api::Secret::copyOf(address));
    QCOMPARE(scene.link.left(), 60s);
}

void ConnectLinkTest::whereTheAnswerHasNoExpiryItIsAMinute_data()
{
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<qint64>("left");
    QTest::newRow("absent") << QByteArray() << qint64{60};
    QTest::newRow("null") << QByteArray("null") << qint64{60};
    QTest::newRow("no time") << QByteArray("\"soon\"") << qint64{60};
    QTest::newRow("told") << QByteArray("\"2026-11-23T10:52:07Z\"") << qint64{600};
}

void ConnectLinkTest::whereTheAnswerHasNoExpiryItIsAMinute()
{
    QFETCH(QByteArray, expires);
    Scene scene;
    scene.bench.network.on(Scene::route, session(expires));
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Ready));
    QTEST(qint64{scene.link.left().count()}, "left");
}

void ConnectLinkTest::theTimeLeftCountsBegunSeconds()
{
    Scene scene;
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Ready));
    scene.bench.clock.advance(1ms);
    QCOMPARE(scene.link.left(), 60s);
    scene.bench.clock.advance(999ms);
    QCOMPARE(scene.link.left(), 59s);
    scene.bench.clock.advance(58'001ms);
    QCOMPARE(scene.link.left(), 1s);
    scene.bench.clock.advance(1h);
    QCOMPARE(scene.link.left(), 0s);
}

void ConnectLinkTest::eachSecondIsTold()
{
    Scene scene;
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Ready));
    scene.told.clear();
    // So that the next second begins soon.
    scene.bench.clock.advance(10s + 900ms);
    QTRY_VERIFY(scene.told.size() >= 2);
    QCOMPARE(scene.told.last(), State::Ready);
    QVERIFY(!scene.link.url().isEmpty());
}

void ConnectLinkTest::itExpiresAndForgetsTheAddress()
{
    Scene scene;
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Ready));
    scene.bench.clock.advance(60s);
    QVERIFY(scene.reaches(State::Expired));
    QVERIFY(scene.link.url().isEmpty());
    QVERIFY(!scene.link.error());
    QCOMPARE(scene.link.left(), 0s);
    QCOMPARE(scene.told.count(State::Expired), 1);
    QCOMPARE(scene.bench.network.count(u"POST"_s), 1);
}

void ConnectLinkTest::whatArrivesExpiredIsNeverReady()
{
    Scene scene;
    scene.bench.network.on(Scene::route, session("\"2026-11-23T10:42:07Z\""));
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Expired));
    QCOMPARE(scene.told, (QList<State>{State::Asking, State::Expired}));
    QVERIFY(scene.link.url().isEmpty());
}

void ConnectLinkTest::aRefusalIsToldAsItIs()
{
    Scene scene;
    scene.bench.network.on(Scene::route, apiError("CustomerLocked"));
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Failed));
    QCOMPARE(scene.told, (QList<State>{State::Asking, State::Failed}));
    QCOMPARE(scene.link.error()->errorClass, u"CustomerLocked"_s);
    QVERIFY(!scene.link.error()->outcomeUnknown);
    QVERIFY(scene.link.url().isEmpty());
}

void ConnectLinkTest::aLostAnswerIsNeverAskedAgainByItself()
{
    Scene scene;
    scene.bench.network.on(Scene::route, hangUp());
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Failed));
    QVERIFY(scene.link.error()->outcomeUnknown);
    scene.bench.clock.advance(1h);
    QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
    QCOMPARE(scene.bench.network.count(u"POST"_s), 1);
    QCOMPARE(scene.link.state(), State::Failed);

    scene.bench.network.on(Scene::route, session({}));
    QVERIFY(scene.link.askAgain());
    QVERIFY(!scene.link.error());
    QVERIFY(scene.reaches(State::Ready));
    QCOMPARE(scene.bench.network.count(u"POST"_s), 2);
}

void ConnectLinkTest::whileWritesAreLockedNothingLeaves()
{
    Scene scene;
    scene.bench.client.setReadOnly(true);
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Failed));
    QCOMPARE(scene.link.error()->kind, api::ErrorKind::ReadOnly);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void ConnectLinkTest::onlyAPageIsALink_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << QByteArray("https://www.saltedge.com/connect?token=1") << true;
    QTest::newRow("another host") << QByteArray("https://connect.example/x") << true;
    QTest::newRow("http, sandbox") << QByteArray("http://127.0.0.1:4711/connect/x") << true;
    QTest::newRow("http, localhost") << QByteArray("http://localhost/connect/x") << true;
    QTest::newRow("http elsewhere") << QByteArray("http://www.saltedge.com/connect") << false;
    QTest::newRow("a script") << QByteArray("javascript:alert(1)") << false;
    QTest::newRow("a file") << QByteArray("file:///etc/passwd") << false;
    QTest::newRow("a program") << QByteArray("vscode://x/y") << false;
    QTest::newRow("a false name") << QByteArray("https://www.saltedge.com@evil.example/") << false;
    QTest::newRow("no host") << QByteArray("https:///connect") << false;
    QTest::newRow("a path") << QByteArray("/connect?token=1") << false;
    QTest::newRow("no address") << QByteArray("https://a b/") << false;
}

void ConnectLinkTest::onlyAPageIsALink()
{
    QFETCH(QByteArray, url);
    QFETCH(bool, good);
    Scene scene;
    scene.bench.network.on(Scene::route, session({}, url));
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(good ? State::Ready : State::Failed));
    QCOMPARE(scene.link.url().isEmpty(), !good);
    if (!good) {
        QCOMPARE(scene.link.error()->kind, api::ErrorKind::Malformed);
        QVERIFY(!scene.link.error()->message.contains(QString::fromLatin1(url)));
    }
}

void ConnectLinkTest::twoAreNeverAskedForAtOnce()
{
    Scene scene;
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(!scene.link.ask(reconnection()));
    QVERIFY(!scene.link.askAgain());
    QVERIFY(scene.reaches(State::Ready));
    QCOMPARE(scene.bench.network.sent().size(), 1);
    QVERIFY(std::holds_alternative<api::CreateConnectSessionRequest>(*scene.link.request()));
}

void ConnectLinkTest::anotherTakesThePlaceOfTheFirst()
{
    Scene scene;
    scene.bench.network.onTurns(Scene::route, {session(), session({}, "https://www.saltedge.com/second")});
    QVERIFY(scene.link.ask(creation()));
    QVERIFY(scene.reaches(State::Ready));
    scene.bench.clock.advance(59s);
    QVERIFY(scene.link.askAgain());
    QVERIFY(scene.link.url().isEmpty());
    QCOMPARE(scene.link.left(), 0s);
    QVERIFY(scene.reaches(State::Ready));
    QCOMPARE(scene.link.url(), api::Secret::copyOf("https://www.saltedge.com/second"));
    QCOMPARE(scene.link.left(), 60s);
    // The first one's end is not the second one's.
    scene.told.clear();
    scene.bench.clock.advance(2s);
    QTRY_VERIFY(!scene.told.isEmpty());
    QCOMPARE(scene.link.state(), State::Ready);
}

void ConnectLinkTest::askingAgainSendsTheSame()
{
    Scene scene;
    scene.bench.network.on("POST /connect_sessions/refresh", session());
    QVERIFY(scene.link.ask(refreshment()));
    QVERIFY(scene.reaches(State::Ready));
    QVERIFY(scene.link.askAgain());
    QVERIFY(scene.reaches(State::Ready));
    QCOMPARE(scene.bench.network.count(u"POST /connect_sessions/refresh"_s), 2);
    QCOMPARE(scene.bench.network.sent().size(), 2);
}

void ConnectLinkTest::askingAgainNeedsAFirstTime()
{
    Scene scene;
    QVERIFY(!scene.link.askAgain());
    QCOMPARE(scene.link.state(), State::Idle);
    QVERIFY(scene.told.isEmpty());
}

void ConnectLinkTest::destroyingItEndsTheCall()
{
    Bench bench;
    bench.network.on(Scene::route, silence());
    auto link = std::make_unique<ConnectLink>(bench.client, bench.clock);
    QVERIFY(link->ask(creation()));
    QTRY_COMPARE(bench.network.open(), 1);
    int told = 0;
    connect(link.get(), &ConnectLink::changed, this, [&told] { ++told; });
    link.reset();
    QTRY_COMPARE(bench.client.activeRequests(), 0);
    QCOMPARE(bench.network.open(), 0);
    QCOMPARE(told, 0);
}

QTEST_GUILESS_MAIN(ConnectLinkTest)
#include "tst_connectlink.moc"
