// SPDX-License-Identifier: Apache-2.0
#include "support/Answers.h"
#include "testing/Arrival.h"
#include "testing/Intervals.h"
#include "testing/ManualClock.h"
#include "workspace/Workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const api::ConnectionId eleven(u"11"_s);

/// Customer 22 has connection 11; what 11 is doing is told by the test.
struct Scene
{
    explicit Scene(EnvironmentKind kind = EnvironmentKind::Sandbox)
        : workspace(network, endpointAt(QUrl(u"http://127.0.0.1:9/api/v5"_s)), {kind, u"hint"_s, true, {}}, clock,
                    {std::chrono::milliseconds{1}, std::chrono::milliseconds{4}}, hastyLimits())
    {
        network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
        network.on("GET /consents", emptyListAnswer());
        is(ConnectionJson{});
    }
    void is(const ConnectionJson &connection)
    {
        network.on("GET /connections", listAnswer({connection}));
        network.on("GET /connections/11", connection.answer());
    }
    [[nodiscard]] bool show()
    {
        workspace.scope().find(u"helpdesk-1"_s);
        return QTest::qWaitFor([this] { return !workspace.scope().isBusy(); }, 10'000);
    }
    [[nodiscard]] ConnectionSummary row()
    {
        return workspace.connections().summary(eleven).value_or(ConnectionSummary{});
    }

    RoutedNetwork network;
    ManualClock clock;
    Workspace workspace;
};

ConnectionJson running(const QString &stage, const QString &stageId, const QString &attempt = u"78"_s)
{
    return {.attempt = attempt, .stage = stage, .stageId = stageId};
}

using How = QuestionQueue::Notice;

/// What the queue of a workspace asked.
struct Questions
{
    explicit Questions(Workspace &workspace)
    {
        QObject::connect(&workspace.questions(), &QuestionQueue::asked, &workspace,
                         [this](const WaitingQuestion &question, How how) {
                             asked.append(question);
                             notices.append(how);
                         });
    }
    QList<WaitingQuestion> asked;
    QList<How> notices;
};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aQuietCustomerIsNotPolled();
    void anAttemptSeenRunningIsFollowedToItsEnd();
    void aRefreshIsFollowedOn();
    void anAttemptThatSomebodyElseStartedIsFollowedToo();
    void aConnectionThatVanishesLeavesTheTable();
    void theOpenConnectionIsReadAgainWhenItsAttemptEnds();
    void anOperationsAnswerIsTheOpenDocument();
    void anotherCustomersAttemptIsFollowedButNotShown();
    void aQuestionFoundAtOpeningWaitedAlready();
    void aQuestionThatComesUpLaterWasWatched_data();
    void aQuestionThatComesUpLaterWasWatched();
    void aQuestionKnowsItsCustomer();
    void aQuestionOfAnotherCustomerGoesOnWaiting();
    void aCustomerWhoComesBackIsNotAskedAnew();
    void aQuestionThatWaitedIsAnsweredOnce();
    void demoBanksAreOfferedOnlyWhereCustomersAreNotReal();
    void liveStartsLocked();
    void theClockIsTheServers();
};

void WorkspaceTest::aQuietCustomerIsNotPolled()
{
    Scene scene;
    QVERIFY(scene.show());
    QCOMPARE(scene.workspace.poller().followed(), 0);
    QCOMPARE(scene.workspace.environment().hint, u"hint"_s);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.network.count(u"GET /connections/11"_s), 0);
}

void WorkspaceTest::anAttemptSeenRunningIsFollowedToItsEnd()
{
    Scene scene;
    scene.is(running(u"connect"_s, u"1"_s));
    QVERIFY(scene.show());
    QCOMPARE(scene.workspace.connections().count(Chip::Fetching), 1);
    QVERIFY(scene.workspace.poller().isFollowing(eleven));
    scene.is(running(u"interactive"_s, u"2"_s));
    QTRY_COMPARE(scene.row().assessment.situation, Situation::Asks);
    scene.is(running(u"finish"_s, u"3"_s));
    QTRY_VERIFY(!scene.row().fetching);
    QTRY_COMPARE(scene.workspace.poller().followed(), 0);
    QCOMPARE(scene.workspace.connections().count(Chip::Fetching), 0);
}

void WorkspaceTest::aRefreshIsFollowedOn()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/refresh", running(u"start"_s, u"1"_s).answer());
    scene.is(running(u"finish"_s, u"2"_s));
    QVERIFY(scene.workspace.operations().refresh(eleven));
    QTRY_COMPARE(scene.row().attemptId.toString(), u"78"_s);
    QTRY_VERIFY(!scene.row().fetching);
    QVERIFY(scene.network.count(u"GET /connections/11"_s) >= 1);
    QTRY_COMPARE(scene.workspace.poller().followed(), 0);
}

void WorkspaceTest::anAttemptThatSomebodyElseStartedIsFollowedToo()
{
    Scene scene;
    scene.is(running(u"connect"_s, u"1"_s, u"78"_s));
    QVERIFY(scene.show());
    scene.is(running(u"connect"_s, u"2"_s, u"79"_s));
    QTRY_COMPARE(scene.row().attemptId.toString(), u"79"_s);
    QTRY_VERIFY(scene.workspace.poller().isFollowing(eleven));
    scene.is(running(u"finish"_s, u"3"_s, u"79"_s));
    QTRY_VERIFY(!scene.row().fetching);
    QTRY_COMPARE(scene.workspace.poller().followed(), 0);
}

void WorkspaceTest::aConnectionThatVanishesLeavesTheTable()
{
    Scene scene;
    scene.is(running(u"connect"_s, u"1"_s));
    QVERIFY(scene.show());
    scene.network.on("GET /connections/11", apiError("ConnectionNotFound", 404));
    QTRY_COMPARE(scene.workspace.connections().total(), 0);
    QCOMPARE(scene.workspace.poller().followed(), 0);
    QCOMPARE(scene.workspace.scope().state(), CustomerScope::State::Empty);
}

void WorkspaceTest::theOpenConnectionIsReadAgainWhenItsAttemptEnds()
{
    Scene scene;
    scene.is(running(u"connect"_s, u"1"_s));
    QVERIFY(scene.show());
    scene.workspace.openConnection().open(eleven);
    QTRY_VERIFY(scene.workspace.openConnection().document());
    scene.is(running(u"finish"_s, u"2"_s));
    QTRY_COMPARE(scene.workspace.openConnection().document()->connection.lastAttempt->lastStage->name.text,
                 u"finish"_s);
}

void WorkspaceTest::anOperationsAnswerIsTheOpenDocument()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.workspace.openConnection().open(eleven);
    QTRY_VERIFY(scene.workspace.openConnection().document());
    scene.network.on("PUT /connections/11", ConnectionJson{.dailyRefresh = true}.answer());
    QVERIFY(scene.workspace.operations().update(eleven, {false, true, {}}));
    QTRY_VERIFY(scene.workspace.openConnection().document()->connection.dailyRefresh.value());
    QCOMPARE(scene.network.count(u"GET /connections/11"_s), 1);
}

void WorkspaceTest::anotherCustomersAttemptIsFollowedButNotShown()
{
    Scene scene;
    scene.is(running(u"connect"_s, u"1"_s));
    QVERIFY(scene.show());
    QVERIFY(scene.workspace.poller().isFollowing(eleven));
    scene.network.on("GET /customers", customerListAnswer(u"33"_s, u"helpdesk-3"_s));
    scene.network.on("GET /connections", emptyListAnswer());
    scene.workspace.scope().find(u"helpdesk-3"_s);
    QTRY_COMPARE(scene.workspace.scope().state(), CustomerScope::State::Empty);
    const int looks = scene.network.count(u"GET /connections/11"_s);
    QTRY_VERIFY(scene.network.count(u"GET /connections/11"_s) > looks);
    QCOMPARE(scene.workspace.connections().total(), 0);
    QVERIFY(scene.workspace.poller().isFollowing(eleven));
}

void WorkspaceTest::aQuestionFoundAtOpeningWaitedAlready()
{
    Scene scene;
    Questions questions(scene.workspace);
    scene.is(running(u"interactive"_s, u"2"_s));
    QVERIFY(scene.show());
    QTRY_COMPARE(questions.asked.size(), qsizetype{1});
    QCOMPARE(questions.notices, QList<How>{How::FoundWaiting});
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(questions.asked.size(), qsizetype{1});
}

void WorkspaceTest::aQuestionThatComesUpLaterWasWatched_data()
{
    QTest::addColumn<ConnectionJson>("first");
    QTest::newRow("nothing ran at opening") << ConnectionJson{};
    QTest::newRow("the attempt ran at opening") << running(u"connect"_s, u"1"_s);
    QTest::newRow("another attempt ran at opening") << running(u"connect"_s, u"1"_s, u"76"_s);
}

void WorkspaceTest::aQuestionThatComesUpLaterWasWatched()
{
    QFETCH(ConnectionJson, first);
    Scene scene;
    Questions questions(scene.workspace);
    scene.is(first);
    QVERIFY(scene.show());
    scene.is(running(u"interactive"_s, u"2"_s));
    scene.workspace.scope().readAgain();
    QTRY_COMPARE(questions.asked.size(), qsizetype{1});
    QCOMPARE(questions.notices, QList<How>{How::Watched});
}

void WorkspaceTest::aQuestionKnowsItsCustomer()
{
    Scene scene;
    Questions questions(scene.workspace);
    scene.is(running(u"interactive"_s, u"2"_s));
    QVERIFY(scene.show());
    QTRY_COMPARE(questions.asked.size(), qsizetype{1});
    QCOMPARE(questions.asked[0].customer.toString(), u"22"_s);
    QCOMPARE(questions.asked[0].customerLabel, u"helpdesk-1"_s);
}

void WorkspaceTest::aQuestionOfAnotherCustomerGoesOnWaiting()
{
    Scene scene;
    Questions questions(scene.workspace);
    scene.is(running(u"connect"_s, u"1"_s));
    QVERIFY(scene.show());
    scene.network.on("GET /customers", customerListAnswer(u"33"_s, u"helpdesk-3"_s));
    scene.network.on("GET /connections", emptyListAnswer());
    scene.workspace.scope().find(u"helpdesk-3"_s);
    QTRY_COMPARE(scene.workspace.scope().state(), CustomerScope::State::Empty);
    scene.network.on("GET /connections/11", running(u"interactive"_s, u"2"_s).answer());
    QTRY_COMPARE(questions.asked.size(), qsizetype{1});
    QCOMPARE(questions.notices, QList<How>{How::Watched});
    QCOMPARE(questions.asked[0].customerLabel, u"helpdesk-1"_s);
    QCOMPARE(scene.workspace.questions().waiting().size(), std::size_t{1});
    QCOMPARE(scene.workspace.connections().total(), 0);
}

void WorkspaceTest::aCustomerWhoComesBackIsNotAskedAnew()
{
    Scene scene;
    Questions questions(scene.workspace);
    scene.is(running(u"interactive"_s, u"2"_s));
    QVERIFY(scene.show());
    QTRY_COMPARE(questions.asked.size(), qsizetype{1});
    QVERIFY(scene.show());
    scene.workspace.scope().readAgain();
    QTRY_VERIFY(!scene.workspace.scope().isBusy());
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(questions.asked.size(), qsizetype{1});
    QCOMPARE(scene.workspace.questions().waiting().size(), std::size_t{1});
}

void WorkspaceTest::aQuestionThatWaitedIsAnsweredOnce()
{
    Scene scene;
    Questions questions(scene.workspace);
    QList<QuestionQueue::Withdrawal> reasons;
    connect(&scene.workspace.questions(), &QuestionQueue::withdrawn, this,
            [&reasons](const WaitingQuestion &, QuestionQueue::Withdrawal reason) { reasons.append(reason); });
    scene.is(running(u"interactive"_s, u"2"_s));
    QVERIFY(scene.show());
    QTRY_COMPARE(questions.asked.size(), qsizetype{1});
    const WaitingQuestion question = questions.asked[0];
    scene.is(running(u"fetch_accounts"_s, u"3"_s));
    scene.workspace.questions().answered(question.connection, question.stage.id);
    scene.is(running(u"finish"_s, u"4"_s));
    QTRY_COMPARE(scene.workspace.poller().followed(), 0);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(reasons, QList<QuestionQueue::Withdrawal>{QuestionQueue::Withdrawal::Answered});
    QCOMPARE(questions.asked.size(), qsizetype{1});
}

void WorkspaceTest::demoBanksAreOfferedOnlyWhereCustomersAreNotReal()
{
    Scene live(EnvironmentKind::Live);
    QVERIFY(!live.workspace.banks().withFakes());
    Scene sandbox(EnvironmentKind::Sandbox);
    QVERIFY(sandbox.workspace.banks().withFakes());
    Scene test(EnvironmentKind::Test);
    QVERIFY(test.workspace.banks().withFakes());
}

void WorkspaceTest::liveStartsLocked()
{
    Scene live(EnvironmentKind::Live);
    QVERIFY(live.workspace.writeLock().isLocked());
    QVERIFY(live.workspace.client().isReadOnly());
    Scene sandbox;
    QVERIFY(!sandbox.workspace.writeLock().isLocked());
    QVERIFY(!sandbox.workspace.writeLock().canLock());
}

void WorkspaceTest::theClockIsTheServers()
{
    Scene scene;
    FakeAnswer answer = customerListAnswer(u"22"_s, u"helpdesk-1"_s);
    answer.headers = {{"Date", "Mon, 23 Nov 2026 11:42:07 GMT"}};
    scene.network.on("GET /customers", answer);
    QVERIFY(scene.show());
    QCOMPARE(scene.workspace.clock().now(), scene.clock.now().addSecs(3600));
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
