// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptPoller.h"
#include "support/Bench.h"
#include "testing/Intervals.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr PollingPace hasty{std::chrono::milliseconds{1}, std::chrono::milliseconds{4}};

api::ConnectionId connection(const QString &id)
{
    return api::ConnectionId(id);
}

ConnectionJson at(const QString &stage, const QString &stageId, const QString &id = u"11"_s)
{
    return {.id = id, .stage = stage, .stageId = stageId};
}

struct Scene
{
    explicit Scene(PollingPace pace = hasty)
        : poller(bench.client, pace)
    {
        QObject::connect(&poller, &AttemptPoller::seen, &poller, [this](const api::ConnectionPage &page) {
            for (const api::ConnectionRow &row : page.rows) {
                seen.append(QString::fromStdString(row.id.text(page.texts)));
            }
        });
    }
    AttemptFollower &follow(const QString &id, const QString &attempt = u"77"_s, const QString &customer = u"22"_s)
    {
        return poller.follow(api::CustomerId(customer), connection(id), api::AttemptId(attempt));
    }

    Bench bench;
    AttemptPoller poller;
    QStringList seen;
};

} // namespace

class AttemptPollerTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingFollowedIsSilence();
    void oneAttemptIsShownUntilItsEnd();
    void severalOfOneCustomerAreListedOnce();
    void eachCustomerIsLookedAt();
    void followersAreToldBeforeTheModel();
    void theSameAttemptHasOneFollower_data();
    void theSameAttemptHasOneFollower();
    void aNewerAttemptHasANewFollower();
    void aNewFollowerIsToldBeforeItObserves();
    void whoFollowsAnyAttemptLearnsWhichItIs();
    void oneRequestIsInFlight();
    void anErrorIsWaitedOut();
    void errorsSlowItDown();
    void aConnectionThatIsGoneVanishes();
    void aConnectionThatTheListDoesNotHoldVanishes();
    void aListCutShortLetsNothingVanish();
    void aCustomerThatIsGoneTakesItsConnectionsAlong();
    void whoIsNoLongerFollowedIsNotAskedFor();
    void aFollowerAddedWhileLookingIsNotJudgedByThatLook();
    void anEndedAttemptMayBeFollowedByANewOne();
    void fiftyAttemptsOfACustomerCostOneListPerInterval();
    void severalCustomersCostOneRequestEach();
    void destroyingItWhileARequestRunsIsHarmless();
};

void AttemptPollerTest::nothingFollowedIsSilence()
{
    Scene scene;
    QVERIFY(passIntervals(hasty.interval));
    QCOMPARE(scene.poller.followed(), 0);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void AttemptPollerTest::oneAttemptIsShownUntilItsEnd()
{
    Scene scene;
    scene.bench.network.onTurns(
        "GET /connections/11",
        {at(u"connect"_s, u"1"_s).answer(), at(u"teleport"_s, u"2"_s).answer(), at(u"finish"_s, u"3"_s).answer()});
    QSignalSpy followed(&scene.poller, &AttemptPoller::followedChanged);
    AttemptFollower &follower = scene.follow(u"11"_s);
    QSignalSpy succeeded(&follower, &AttemptFollower::succeeded);
    QSignalSpy stages(&follower, &AttemptFollower::stageChanged);
    QVERIFY(scene.poller.isFollowing(connection(u"11"_s)));
    QTRY_COMPARE(succeeded.size(), 1);
    QTRY_COMPARE(scene.poller.followed(), 0);
    QCOMPARE(stages.size(), 3);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{3});
    QCOMPARE(scene.seen, QStringList({u"11"_s, u"11"_s, u"11"_s}));
    QCOMPARE(followed.size(), 2);
    QVERIFY(passIntervals(hasty.interval));
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{3});
}

void AttemptPollerTest::severalOfOneCustomerAreListedOnce()
{
    Scene scene;
    scene.bench.network.onTurns("GET /connections",
                                {listAnswer({at(u"connect"_s, u"1"_s), at(u"connect"_s, u"2"_s, u"12"_s)}),
                                 listAnswer({at(u"finish"_s, u"3"_s), at(u"finish"_s, u"4"_s, u"12"_s)})});
    QSignalSpy one(&scene.follow(u"11"_s), &AttemptFollower::succeeded);
    QSignalSpy two(&scene.follow(u"12"_s), &AttemptFollower::succeeded);
    QTRY_COMPARE(scene.poller.followed(), 0);
    QCOMPARE(one.size(), 1);
    QCOMPARE(two.size(), 1);
    QCOMPARE(scene.bench.network.sent(),
             QStringList({u"GET /connections?customer_id=22"_s, u"GET /connections?customer_id=22"_s}));
}

void AttemptPollerTest::eachCustomerIsLookedAt()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", at(u"finish"_s, u"1"_s).answer());
    scene.bench.network.on("GET /connections/31", at(u"finish"_s, u"2"_s, u"31"_s).answer());
    scene.follow(u"11"_s);
    scene.follow(u"31"_s, u"77"_s, u"33"_s);
    QTRY_COMPARE(scene.poller.followed(), 0);
    QCOMPARE(scene.seen, QStringList({u"11"_s, u"31"_s}));
}

void AttemptPollerTest::followersAreToldBeforeTheModel()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", at(u"finish"_s, u"1"_s).answer());
    QStringList order;
    AttemptFollower &follower = scene.follow(u"11"_s);
    connect(&follower, &AttemptFollower::succeeded, this, [&order] { order << u"follower"_s; });
    connect(&scene.poller, &AttemptPoller::seen, this, [&order] { order << u"seen"_s; });
    QTRY_COMPARE(order.size(), qsizetype{2});
    QCOMPARE(order, QStringList({u"follower"_s, u"seen"_s}));
}

void AttemptPollerTest::theSameAttemptHasOneFollower_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("the same attempt") << u"77"_s << u"77"_s;
    QTest::newRow("whichever runs") << u"77"_s << QString();
    QTest::newRow("one, where whichever runs is followed") << QString() << u"77"_s;
    QTest::newRow("an older one, told late") << u"77"_s << u"76"_s;
}

void AttemptPollerTest::theSameAttemptHasOneFollower()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    Scene scene;
    scene.bench.network.on("GET /connections/11", silence());
    QSignalSpy began(&scene.poller, &AttemptPoller::began);
    AttemptFollower &one = scene.follow(u"11"_s, first);
    AttemptFollower &two = scene.follow(u"11"_s, second);
    QCOMPARE(&one, &two);
    QVERIFY(!one.isOver());
    QCOMPARE(scene.poller.followed(), 1);
    QCOMPARE(one.attempt().toString(), first);
    QCOMPARE(began.size(), qsizetype{1});
}

void AttemptPollerTest::aNewerAttemptHasANewFollower()
{
    Scene scene;
    ConnectionJson newer = at(u"finish"_s, u"2"_s);
    newer.attempt = u"99"_s;
    scene.bench.network.on("GET /connections/11", newer.answer());
    QPointer<AttemptFollower> old(&scene.follow(u"11"_s));
    QSignalSpy superseded(old.data(), &AttemptFollower::superseded);
    AttemptFollower &fresh = scene.follow(u"11"_s, u"99"_s);
    QVERIFY(old != &fresh);
    QVERIFY(old->isOver());
    QCOMPARE(superseded.size(), qsizetype{1});
    QCOMPARE(superseded[0][0].value<api::AttemptId>().toString(), u"99"_s);
    QCOMPARE(fresh.attempt().toString(), u"99"_s);
    QCOMPARE(scene.poller.followed(), 1);
    QVERIFY(scene.poller.isFollowing(connection(u"11"_s), api::AttemptId(u"99"_s)));
    QVERIFY(!scene.poller.isFollowing(connection(u"11"_s), api::AttemptId(u"77"_s)));
    QSignalSpy succeeded(&fresh, &AttemptFollower::succeeded);
    QTRY_COMPARE(succeeded.size(), qsizetype{1});
    QVERIFY(!old);
    QCOMPARE(superseded.size(), qsizetype{1});
}

void AttemptPollerTest::aNewFollowerIsToldBeforeItObserves()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", at(u"finish"_s, u"1"_s).answer());
    QStringList order;
    connect(&scene.poller, &AttemptPoller::began, this,
            [&order](AttemptFollower *follower, const api::CustomerId &customer) {
                order << u"began "_s + customer.toString() + follower->stageName();
                connect(follower, &AttemptFollower::stageChanged, follower,
                        [&order](const QString &stage) { order << stage; });
            });
    scene.follow(u"11"_s);
    QCOMPARE(order, QStringList{u"began 22"_s});
    QTRY_COMPARE(order, QStringList({u"began 22"_s, u"finish"_s}));
}

void AttemptPollerTest::whoFollowsAnyAttemptLearnsWhichItIs()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", at(u"connect"_s, u"1"_s).answer());
    AttemptFollower &follower = scene.follow(u"11"_s, {});
    QTRY_COMPARE(follower.attempt().toString(), u"77"_s);
    QVERIFY(scene.poller.isFollowing(connection(u"11"_s), api::AttemptId(u"77"_s)));
    QVERIFY(!scene.poller.isFollowing(connection(u"12"_s), api::AttemptId(u"77"_s)));
}

void AttemptPollerTest::oneRequestIsInFlight()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", silence());
    scene.bench.network.on("GET /connections/31", silence());
    scene.follow(u"11"_s);
    scene.follow(u"31"_s, u"77"_s, u"33"_s);
    QTRY_COMPARE(scene.bench.network.open(), 1);
    scene.follow(u"41"_s, u"77"_s, u"44"_s);
    QVERIFY(passIntervals(hasty.interval));
    QCOMPARE(scene.bench.network.open(), 1);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void AttemptPollerTest::anErrorIsWaitedOut()
{
    Scene scene;
    scene.bench.network.onTurns("GET /connections/11",
                                {apiError("ClientDisabled"), json("not json"), at(u"finish"_s, u"1"_s).answer()});
    QSignalSpy succeeded(&scene.follow(u"11"_s), &AttemptFollower::succeeded);
    QTRY_COMPARE(succeeded.size(), 1);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{3});
}

void AttemptPollerTest::errorsSlowItDown()
{
    Scene scene({std::chrono::milliseconds{20}, std::chrono::milliseconds{80}});
    scene.bench.network.on("GET /connections/11", apiError("ClientDisabled"));
    QElapsedTimer elapsed;
    elapsed.start();
    scene.follow(u"11"_s);
    QTRY_COMPARE(scene.bench.network.sent().size(), qsizetype{5});
    // 20 before the first look, then 40, 80, 80, 80: timers may be early by a twentieth, never by more.
    QVERIFY2(elapsed.elapsed() >= 270, qPrintable(QString::number(elapsed.elapsed())));
}

void AttemptPollerTest::aConnectionThatIsGoneVanishes()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", apiError("ConnectionNotFound", 404));
    QSignalSpy gone(&scene.poller, &AttemptPoller::vanished);
    QSignalSpy told(&scene.follow(u"11"_s), &AttemptFollower::vanished);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(told.size(), 1);
    QCOMPARE(gone[0][0].value<api::ConnectionId>(), connection(u"11"_s));
    QCOMPARE(scene.poller.followed(), 0);
}

void AttemptPollerTest::aConnectionThatTheListDoesNotHoldVanishes()
{
    Scene scene;
    scene.bench.network.on("GET /connections", listAnswer({at(u"connect"_s, u"1"_s)}));
    scene.bench.network.on("GET /connections/11", silence());
    QSignalSpy gone(&scene.poller, &AttemptPoller::vanished);
    scene.follow(u"11"_s);
    scene.follow(u"12"_s);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(gone[0][0].value<api::ConnectionId>(), connection(u"12"_s));
    QVERIFY(scene.poller.isFollowing(connection(u"11"_s)));
}

void AttemptPollerTest::aListCutShortLetsNothingVanish()
{
    Scene scene;
    scene.bench.network.onTurns("GET /connections",
                                {listAnswer({at(u"connect"_s, u"1"_s)}, u"12"_s), apiError("ClientDisabled")});
    QSignalSpy gone(&scene.poller, &AttemptPoller::vanished);
    scene.follow(u"11"_s);
    scene.follow(u"12"_s);
    QTRY_VERIFY(scene.bench.network.sent().size() >= 4);
    QCOMPARE(gone.size(), 0);
    QCOMPARE(scene.poller.followed(), 2);
    QVERIFY(scene.seen.contains(u"11"_s));
}

void AttemptPollerTest::aCustomerThatIsGoneTakesItsConnectionsAlong()
{
    Scene scene;
    scene.bench.network.on("GET /connections", apiError("CustomerNotFound", 404));
    QSignalSpy gone(&scene.poller, &AttemptPoller::vanished);
    scene.follow(u"11"_s);
    scene.follow(u"12"_s);
    QTRY_COMPARE(gone.size(), 2);
    QCOMPARE(scene.poller.followed(), 0);
}

void AttemptPollerTest::whoIsNoLongerFollowedIsNotAskedFor()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", at(u"connect"_s, u"1"_s).answer());
    AttemptFollower &follower = scene.follow(u"11"_s);
    QSignalSpy stages(&follower, &AttemptFollower::stageChanged);
    scene.poller.stopFollowing(connection(u"11"_s));
    scene.poller.stopFollowing(connection(u"11"_s));
    QVERIFY(passIntervals(hasty.interval));
    QCOMPARE(scene.poller.followed(), 0);
    QCOMPARE(stages.size(), 0);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void AttemptPollerTest::aFollowerAddedWhileLookingIsNotJudgedByThatLook()
{
    Scene scene;
    // The list that is under way was written before connection 13 existed.
    scene.bench.network.onTurns(
        "GET /connections",
        {listAnswer({at(u"connect"_s, u"1"_s), at(u"connect"_s, u"2"_s, u"12"_s)}),
         listAnswer({at(u"connect"_s, u"1"_s), at(u"connect"_s, u"2"_s, u"12"_s), at(u"connect"_s, u"3"_s, u"13"_s)})});
    QSignalSpy gone(&scene.poller, &AttemptPoller::vanished);
    scene.follow(u"11"_s);
    scene.follow(u"12"_s);
    int stages = 0;
    connect(
        &scene.bench.network, &RoutedNetwork::requested, this,
        [&] { connect(&scene.follow(u"13"_s), &AttemptFollower::stageChanged, this, [&stages] { ++stages; }); },
        Qt::SingleShotConnection);
    QTRY_COMPARE(stages, 1);
    QCOMPARE(gone.size(), 0);
}

void AttemptPollerTest::anEndedAttemptMayBeFollowedByANewOne()
{
    Scene scene;
    ConnectionJson second = at(u"finish"_s, u"2"_s);
    second.attempt = u"78"_s;
    scene.bench.network.onTurns("GET /connections/11", {at(u"finish"_s, u"1"_s).answer(), second.answer()});
    int ended = 0;
    connect(&scene.follow(u"11"_s), &AttemptFollower::succeeded, this, [&] {
        connect(&scene.follow(u"11"_s, u"78"_s), &AttemptFollower::succeeded, this, [&ended] { ++ended; });
    });
    QTRY_COMPARE(ended, 1);
    QTRY_COMPARE(scene.poller.followed(), 0);
}

void AttemptPollerTest::fiftyAttemptsOfACustomerCostOneListPerInterval()
{
    constexpr std::chrono::milliseconds interval{20};
    Scene scene({interval, interval});
    QList<ConnectionJson> all;
    for (int i = 100; i < 150; ++i) {
        all.append(at(u"connect"_s, QString::number(i), QString::number(i)));
    }
    scene.bench.network.on("GET /connections", listAnswer(all));
    QElapsedTimer elapsed;
    elapsed.start();
    for (const ConnectionJson &each : all) {
        scene.follow(each.id);
    }
    QCOMPARE(scene.poller.followed(), 50);
    QTRY_VERIFY(scene.bench.network.sent().size() >= 8);
    const qsizetype requests = scene.bench.network.sent().size();
    // Each waits an interval for its turn; timers may be early by a twentieth, never by more.
    const auto atMost = static_cast<qsizetype>(static_cast<double>(elapsed.elapsed()) / (0.95 * interval.count()));
    QVERIFY2(requests <= atMost, qPrintable(u"%1 requests, %2 intervals"_s.arg(requests).arg(atMost)));
    QCOMPARE(scene.bench.network.count(u"GET /connections?customer_id=22"_s), int(requests));
    QVERIFY(scene.seen.size() >= qsizetype{7 * 50});
    QCOMPARE(scene.poller.followed(), 50);
}

void AttemptPollerTest::severalCustomersCostOneRequestEach()
{
    Scene scene;
    ConnectionJson other = at(u"connect"_s, u"3"_s, u"31"_s);
    other.customer = u"33"_s;
    scene.bench.network.on("GET /connections",
                           listAnswer({at(u"connect"_s, u"1"_s), at(u"connect"_s, u"2"_s, u"12"_s)}));
    scene.bench.network.on("GET /connections/31", other.answer());
    scene.follow(u"11"_s);
    scene.follow(u"31"_s, u"77"_s, u"33"_s);
    scene.follow(u"12"_s);
    QTRY_VERIFY(scene.bench.network.sent().size() >= 6);
    for (qsizetype i = 0; i < 6; ++i) {
        QCOMPARE(scene.bench.network.sent()[i],
                 i % 2 == 0 ? u"GET /connections?customer_id=22"_s : u"GET /connections/31"_s);
    }
}

void AttemptPollerTest::destroyingItWhileARequestRunsIsHarmless()
{
    Bench bench;
    bench.network.on("GET /connections", silence());
    auto poller = std::make_unique<AttemptPoller>(bench.client, hasty);
    poller->follow(api::CustomerId(u"22"_s), connection(u"11"_s));
    poller->follow(api::CustomerId(u"22"_s), connection(u"12"_s));
    QTRY_COMPARE(bench.network.open(), 1);
    poller.reset();
    QTRY_COMPARE(bench.network.open(), 0);
}

QTEST_GUILESS_MAIN(AttemptPollerTest)
#include "tst_attemptpoller.moc"
