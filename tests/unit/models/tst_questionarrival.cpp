// SPDX-License-Identifier: Apache-2.0
#include "support/QueueScene.h"
#include "testing/Intervals.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Notice = QuestionQueue::Notice;

namespace {

const api::ConnectionId eleven(u"11"_s);

} // namespace

/// How the queue comes to a question's text and its bank; what becomes of it is in tst_questionqueue.
class QuestionArrivalTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutATimeOfAskingItIsNow();
    void theBankIsWaitedFor();
    void aBankThatCannotBeReadIsNotWaitedFor();
    void whileTheBankIsWaitedForTheQuestionMayGo();
    void aQuestionThatMovedOnWhileItWasReadIsNotAsked_data();
    void aQuestionThatMovedOnWhileItWasReadIsNotAsked();
    void anotherQuestionThatCameMeanwhileIsTheOneAsked();
    void aReadingThatFailsIsTriedAgainWhileTheQuestionWaits();
    void aConnectionThatIsGoneIsNotReadAgain();
    void aQuestionWithoutIdIsNoticedToo();
    void fiftyQuestionsAreReadOnceEach();
    void destroyingItWhileItReadsIsHarmless();
};

void QuestionArrivalTest::withoutATimeOfAskingItIsNow()
{
    QueueScene scene;
    scene.bench.network.on("GET /connections/11",
                           json(R"({"data":{"id":"11","customer_id":"22","provider_code":"bank_code","last_attempt":)"
                                R"({"id":"77","finished":false,"last_stage":{"id":"88","name":"interactive"}}}})"));
    QVERIFY(scene.begin());
    QCOMPARE(scene.asked[0].askedAt, scene.bench.clock.now());
}

void QuestionArrivalTest::theBankIsWaitedFor()
{
    QueueScene scene;
    scene.bench.network.on("GET /providers/bank_code", silence());
    scene.see(scene.follow(), stageRow(u"interactive"_s, u"88"_s));
    QTRY_COMPARE(scene.bench.network.count(u"GET /providers"_s), 1);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QVERIFY(scene.said.isEmpty());
    QVERIFY(scene.queue->waiting().empty());
    // Held, it is not read twice either.
    scene.queue->notice(eleven, api::StageId(u"88"_s), Notice::FoundWaiting);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.looks(), 1);
    QueueScene known;
    known.providers.want(u"bank_code"_s, u"NL"_s);
    QTRY_VERIFY(known.providers.isSettled(u"bank_code"_s));
    QVERIFY(known.begin());
    QCOMPARE(known.bench.network.count(u"GET /providers"_s), 1);
}

void QuestionArrivalTest::aBankThatCannotBeReadIsNotWaitedFor()
{
    QueueScene scene;
    scene.bench.network.on("GET /providers/bank_code", apiError("ProviderNotFound", 404));
    QVERIFY(scene.begin());
    QVERIFY(scene.providers.find(u"bank_code"_s) == nullptr);
    QCOMPARE(scene.asked.size(), qsizetype{1});
}

void QuestionArrivalTest::whileTheBankIsWaitedForTheQuestionMayGo()
{
    QueueScene scene;
    bool went = false;
    AttemptFollower &follower = scene.follow();
    connect(&scene.bench.network, &RoutedNetwork::requested, this, [&](const QString &request) {
        if (request.startsWith("GET /providers"_L1)) {
            went = true;
            QMetaObject::invokeMethod(
                this, [&] { scene.see(follower, stageRow(u"fetch_accounts"_s, u"89"_s)); }, Qt::QueuedConnection);
        }
    });
    scene.see(follower, stageRow(u"interactive"_s, u"88"_s));
    QTRY_VERIFY(went);
    QVERIFY(scene.settle());
    QVERIFY(scene.providers.isSettled(u"bank_code"_s));
    QVERIFY(scene.said.isEmpty());
}

void QuestionArrivalTest::aQuestionThatMovedOnWhileItWasReadIsNotAsked_data()
{
    QTest::addColumn<ConnectionJson>("now");
    QTest::newRow("another stage") << ConnectionJson{.stage = u"fetch_accounts"_s, .stageId = u"89"_s};
    QTest::newRow("the end") << ConnectionJson{.stage = u"finish"_s, .stageId = u"89"_s};
    QTest::newRow("no attempt") << ConnectionJson{.attempt = {}};
}

void QuestionArrivalTest::aQuestionThatMovedOnWhileItWasReadIsNotAsked()
{
    QFETCH(ConnectionJson, now);
    QueueScene scene;
    scene.bench.network.on("GET /connections/11", now.answer());
    scene.see(scene.follow(), stageRow(u"interactive"_s, u"88"_s));
    QTRY_COMPARE(scene.looks(), 1);
    QVERIFY(scene.settle());
    QVERIFY(scene.said.isEmpty());
    // And seen from the other side: the follower saw it move on before the answer came.
    QueueScene other;
    AttemptFollower &follower = other.follow();
    other.see(follower, stageRow(u"interactive"_s, u"88"_s));
    other.see(follower, stageRow(u"fetch_accounts"_s, u"89"_s));
    QTRY_COMPARE(other.looks(), 1);
    QVERIFY(other.settle());
    QVERIFY(other.said.isEmpty());
}

void QuestionArrivalTest::anotherQuestionThatCameMeanwhileIsTheOneAsked()
{
    QueueScene scene;
    scene.bench.network.on("GET /connections/11", asking(u"89"_s).answer());
    AttemptFollower &follower = scene.follow();
    scene.see(follower, stageRow(u"interactive"_s, u"88"_s));
    QVERIFY(scene.wait(1));
    QCOMPARE(scene.asked[0].stage.id.toString(), u"89"_s);
    scene.see(follower, stageRow(u"interactive"_s, u"89"_s));
    QVERIFY(scene.settle());
    QCOMPARE(scene.asked.size(), qsizetype{1});
    QVERIFY(scene.reasons.isEmpty());
}

void QuestionArrivalTest::aReadingThatFailsIsTriedAgainWhileTheQuestionWaits()
{
    // The queue waits 3 s before it reads again; both sides of the rule share them.
    QueueScene scene;
    scene.bench.network.onTurns("GET /connections/11", {apiError("ClientDisabled", 403), asking().answer()});
    scene.bench.network.on("GET /connections/12", apiError("ClientDisabled", 403));
    scene.see(scene.follow(), stageRow(u"interactive"_s, u"88"_s));
    AttemptFollower &twelve = scene.follow(u"12"_s);
    scene.see(twelve, stageRow(u"interactive"_s, u"90"_s, u"12"_s));
    QVERIFY(scene.settle());
    QVERIFY(scene.said.isEmpty());
    QCOMPARE(scene.looks(u"12"_s), 1);
    scene.see(twelve, stageRow(u"fetch_accounts"_s, u"91"_s, u"12"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scene.asked.size(), qsizetype{1}, 10'000);
    QCOMPARE(scene.asked[0].connection, eleven);
    QCOMPARE(scene.looks(), 2);
    QVERIFY(scene.settle());
    QCOMPARE(scene.looks(u"12"_s), 1);
}

void QuestionArrivalTest::aConnectionThatIsGoneIsNotReadAgain()
{
    QueueScene scene;
    scene.bench.network.onTurns("GET /connections/11", {apiError("ConnectionNotFound", 404), asking().answer()});
    AttemptFollower &follower = scene.follow();
    scene.see(follower, stageRow(u"interactive"_s, u"88"_s));
    QTRY_COMPARE(scene.looks(), 1);
    QVERIFY(scene.settle());
    QVERIFY(scene.said.isEmpty());
    // Nothing is remembered of it: were it noticed again, it would be read.
    scene.queue->notice(eleven, api::StageId(u"88"_s), Notice::Watched);
    QVERIFY(scene.wait(1));
    QCOMPARE(scene.looks(), 2);
}

void QuestionArrivalTest::aQuestionWithoutIdIsNoticedToo()
{
    QueueScene scene;
    scene.bench.network.on("GET /connections/11", asking({}).answer());
    scene.queue->notice(eleven, {}, Notice::FoundWaiting);
    QVERIFY(scene.settle());
    // read() takes "no stage is being read" for "this stage is being read". The follower, which tells such a stage by
    // its name, brings the question later, as one that was watched.
    QCOMPARE(scene.asked.size(), qsizetype{1});
}

void QuestionArrivalTest::fiftyQuestionsAreReadOnceEach()
{
    QueueScene scene;
    for (int i = 100; i < 150; ++i) {
        const QString id = QString::number(i);
        scene.bench.network.on("GET /connections/" + id.toLatin1(), asking(id, {u"sms"_s}, id).answer());
        AttemptFollower &follower = scene.follow(id);
        scene.queue->notice(api::ConnectionId(id), api::StageId(id), Notice::FoundWaiting);
        scene.see(follower, stageRow(u"interactive"_s, id, id));
    }
    QVERIFY(scene.wait(50));
    QVERIFY(scene.settle());
    QCOMPARE(scene.asked.size(), qsizetype{50});
    QCOMPARE(scene.queue->waiting().size(), std::size_t{50});
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{51});
}

void QuestionArrivalTest::destroyingItWhileItReadsIsHarmless()
{
    QueueScene scene;
    scene.see(scene.follow(), stageRow(u"interactive"_s, u"88"_s));
    scene.queue.reset();
    QVERIFY(scene.settle());
    QVERIFY(scene.said.isEmpty());
}

QTEST_GUILESS_MAIN(QuestionArrivalTest)
#include "tst_questionarrival.moc"
