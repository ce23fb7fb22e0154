// SPDX-License-Identifier: Apache-2.0
#include "support/QueueScene.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Notice = QuestionQueue::Notice;
using Withdrawal = QuestionQueue::Withdrawal;

namespace {

const api::ConnectionId eleven(u"11"_s);

using End = void (*)(QueueScene &, AttemptFollower &);

} // namespace

class QuestionQueueTest : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionIsReadInFullAndAsked();
    void aCustomerIsCalledAsPeopleCallHim();
    void theSameQuestionIsAskedOnce();
    void whoWatchedIsToldAndWhatWaitedIsFound_data();
    void whoWatchedIsToldAndWhatWaitedIsFound();
    void questionsWaitOldestFirst();
    void aQuestionWaitsUntil_data();
    void aQuestionWaitsUntil();
    void aFailedAttemptIsToldAsFailed();
    void anotherQuestionTakesThePlace();
    void onlyTheQuestionThatWaitsIsAnswered();
    void stepsAreCountedPerAttempt();
    void aQuestionIsRepeatedWhen_data();
    void aQuestionIsRepeatedWhen();
    void anAnsweredQuestionIsNotAskedAgain();
    void anAnswerThatIsTakenLateStillCounts();
};

void QuestionQueueTest::aQuestionIsReadInFullAndAsked()
{
    QueueScene scene;
    QVERIFY(scene.begin());
    const WaitingQuestion &question = scene.asked[0];
    QCOMPARE(question.connection, eleven);
    QCOMPARE(question.customer.toString(), u"22"_s);
    QCOMPARE(question.customerLabel, u"22"_s);
    QCOMPARE(question.providerCode, u"bank_code"_s);
    QCOMPARE(question.bankName, u"Rabobank"_s);
    QCOMPARE(question.countryCode, u"NL"_s);
    QCOMPARE(question.attempt.toString(), u"77"_s);
    QCOMPARE(question.stage.interactiveFieldsNames.value(), QStringList{u"sms"_s});
    QCOMPARE(question.askedAt, QDateTime(QDate(2026, 11, 23), QTime(10, 40, 30), Qt::UTC));
    QCOMPARE(question.step, 1);
    QVERIFY(!question.repeated);
    QCOMPARE(scene.said, QStringList({u"asked 88"_s, u"changed"_s}));
    QCOMPARE(scene.queue->waiting().size(), std::size_t{1});
    QCOMPARE(scene.queue->find(eleven)->stage.id.toString(), u"88"_s);
    QVERIFY(scene.queue->find(api::ConnectionId(u"12"_s)) == nullptr);
}

void QuestionQueueTest::aCustomerIsCalledAsPeopleCallHim()
{
    QueueScene scene;
    scene.queue->learnLabel(api::CustomerId(u"22"_s), u"helpdesk-1"_s);
    scene.queue->learnLabel(api::CustomerId(u"33"_s), u"helpdesk-3"_s);
    QVERIFY(scene.begin());
    QCOMPARE(scene.asked[0].customerLabel, u"helpdesk-1"_s);
}

void QuestionQueueTest::theSameQuestionIsAskedOnce()
{
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    scene.see(*follower, stageRow(u"interactive"_s, u"88"_s));
    scene.queue->notice(eleven, api::StageId(u"88"_s), Notice::FoundWaiting);
    scene.queue->notice(eleven, api::StageId(u"88"_s), Notice::Watched);
    QVERIFY(scene.settle());
    QCOMPARE(scene.asked.size(), qsizetype{1});
    QCOMPARE(scene.looks(), 1);
    QVERIFY(scene.reasons.isEmpty());
}

void QuestionQueueTest::whoWatchedIsToldAndWhatWaitedIsFound_data()
{
    QTest::addColumn<bool>("noticed");
    QTest::addColumn<Notice>("as");
    QTest::addColumn<Notice>("how");
    QTest::newRow("its follower saw it") << false << Notice::Watched << Notice::Watched;
    QTest::newRow("it waited when its customer was opened") << true << Notice::FoundWaiting << Notice::FoundWaiting;
    QTest::newRow("it came with an attempt of somebody else") << true << Notice::Watched << Notice::Watched;
}

void QuestionQueueTest::whoWatchedIsToldAndWhatWaitedIsFound()
{
    QFETCH(bool, noticed);
    QFETCH(Notice, as);
    QueueScene scene;
    AttemptFollower &follower = scene.follow();
    if (noticed) {
        scene.queue->notice(eleven, api::StageId(u"88"_s), as);
    }
    // The follower looks while it is still being read.
    scene.see(follower, stageRow(u"interactive"_s, u"88"_s));
    QVERIFY(scene.wait(1));
    QVERIFY(scene.settle());
    QCOMPARE(scene.asked.size(), qsizetype{1});
    QCOMPARE(scene.looks(), 1);
    QTEST(scene.notices.first(), "how");
}

void QuestionQueueTest::questionsWaitOldestFirst()
{
    QueueScene scene;
    scene.bench.network.on("GET /connections/12", asking(u"90"_s, {u"pin"_s}, u"12"_s).answer());
    QVERIFY(scene.begin());
    scene.see(scene.follow(u"12"_s), stageRow(u"interactive"_s, u"90"_s, u"12"_s));
    QVERIFY(scene.wait(2));
    QCOMPARE(scene.queue->waiting().front().connection, eleven);
    QCOMPARE(scene.queue->waiting().back().connection.toString(), u"12"_s);
    scene.queue->answered(eleven, api::StageId(u"88"_s));
    QCOMPARE(scene.queue->waiting().size(), std::size_t{1});
    QCOMPARE(scene.queue->waiting().front().connection.toString(), u"12"_s);
}

void QuestionQueueTest::aQuestionWaitsUntil_data()
{
    QTest::addColumn<End>("end");
    QTest::addColumn<Withdrawal>("reason");
    const auto add = [](const char *name, End end, Withdrawal reason) { QTest::newRow(name) << end << reason; };
    add(
        "it is answered here",
        [](QueueScene &scene, AttemptFollower &) { scene.queue->answered(eleven, api::StageId(u"88"_s)); },
        Withdrawal::Answered);
    add(
        "the attempt goes on",
        [](QueueScene &, AttemptFollower &follower) {
            QueueScene::see(follower, stageRow(u"fetch_accounts"_s, u"89"_s));
        },
        Withdrawal::WentOn);
    add(
        "the attempt goes on in a way of the future",
        [](QueueScene &, AttemptFollower &follower) { QueueScene::see(follower, stageRow(u"teleport"_s, u"89"_s)); },
        Withdrawal::WentOn);
    add(
        "the attempt ends well",
        [](QueueScene &, AttemptFollower &follower) { QueueScene::see(follower, stageRow(u"finish"_s, u"90"_s)); },
        Withdrawal::WentOn);
    add(
        "the attempt ends badly at the question",
        [](QueueScene &, AttemptFollower &follower) {
            RowSpec failed = stageRow(u"interactive"_s, u"88"_s);
            failed.finished = true;
            failed.errorClass = u"InteractiveTimeout"_s;
            QueueScene::see(follower, failed);
        },
        Withdrawal::Failed);
    add(
        "a newer attempt begins", [](QueueScene &scene, AttemptFollower &) { scene.follow(u"11"_s, u"78"_s); },
        Withdrawal::Gone);
    add(
        "a newer attempt is seen",
        [](QueueScene &, AttemptFollower &follower) {
            RowSpec newer = stageRow(u"connect"_s, u"91"_s);
            newer.attempt = u"78"_s;
            QueueScene::see(follower, newer);
        },
        Withdrawal::Gone);
    add(
        "the connection is gone", [](QueueScene &, AttemptFollower &follower) { follower.observeVanished(); },
        Withdrawal::Gone);
}

void QuestionQueueTest::aQuestionWaitsUntil()
{
    QFETCH(End, end);
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    scene.said.clear();
    end(scene, *follower);
    QCOMPARE(scene.said, QStringList({u"withdrawn 88"_s, u"changed"_s}));
    QTEST(scene.reasons.last(), "reason");
    QVERIFY(scene.queue->waiting().empty());
    QVERIFY(scene.queue->find(eleven) == nullptr);
    QVERIFY(scene.settle());
    QCOMPARE(scene.reasons.size(), qsizetype{1});
}

void QuestionQueueTest::aFailedAttemptIsToldAsFailed()
{
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    // As the API ends an attempt: the stage is `finish`, well or badly (reference 3.3).
    RowSpec failed = stageRow(u"finish"_s, u"90"_s);
    failed.errorClass = u"InteractiveTimeout"_s;
    scene.see(*follower, failed);
    QCOMPARE(scene.reasons.size(), qsizetype{1});
    // QuestionQueue.h: Failed is "the attempt ended badly, such as by its time limit". The stage `finish` is told
    // first, and the queue takes it for going on.
    QCOMPARE(scene.reasons.last(), Withdrawal::Failed);
}

void QuestionQueueTest::anotherQuestionTakesThePlace()
{
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    scene.said.clear();
    scene.bench.network.on("GET /connections/11", asking(u"89"_s).answer());
    scene.see(*follower, stageRow(u"interactive"_s, u"89"_s));
    QVERIFY(scene.wait(2));
    QCOMPARE(scene.said, QStringList({u"withdrawn 88"_s, u"changed"_s, u"asked 89"_s, u"changed"_s}));
    QCOMPARE(scene.reasons, QList<Withdrawal>{Withdrawal::AskedAnew});
    QCOMPARE(scene.queue->waiting().size(), std::size_t{1});
}

void QuestionQueueTest::onlyTheQuestionThatWaitsIsAnswered()
{
    QueueScene scene;
    QVERIFY(scene.begin());
    scene.queue->answered(eleven, api::StageId(u"87"_s));
    scene.queue->answered(api::ConnectionId(u"12"_s), api::StageId(u"88"_s));
    QCOMPARE(scene.queue->waiting().size(), std::size_t{1});
    scene.queue->answered(eleven, api::StageId(u"88"_s));
    scene.queue->answered(eleven, api::StageId(u"88"_s));
    QCOMPARE(scene.reasons, QList<Withdrawal>{Withdrawal::Answered});
}

void QuestionQueueTest::stepsAreCountedPerAttempt()
{
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    scene.bench.network.on("GET /connections/11", asking(u"89"_s, {u"pin"_s}).answer());
    scene.queue->answered(eleven, api::StageId(u"88"_s));
    scene.see(*follower, stageRow(u"fetch_accounts"_s, u"500"_s));
    scene.see(*follower, stageRow(u"interactive"_s, u"89"_s));
    QVERIFY(scene.wait(2));
    QCOMPARE(scene.asked[1].step, 2);
    ConnectionJson newer = asking(u"95"_s);
    newer.attempt = u"78"_s;
    scene.bench.network.on("GET /connections/11", newer.answer());
    AttemptFollower &second = scene.follow(u"11"_s, u"78"_s);
    RowSpec seen = stageRow(u"interactive"_s, u"95"_s);
    seen.attempt = u"78"_s;
    scene.see(second, seen);
    QVERIFY(scene.wait(3));
    QCOMPARE(scene.asked[2].step, 1);
    QVERIFY(!scene.asked[2].repeated);
}

void QuestionQueueTest::aQuestionIsRepeatedWhen_data()
{
    QTest::addColumn<bool>("answered");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<bool>("repeated");
    QTest::newRow("it was answered and asks for the same") << true << QStringList{u"sms"_s} << true;
    QTest::newRow("it was answered and asks for something else") << true << QStringList{u"pin"_s} << false;
    QTest::newRow("it was answered and asks for more") << true << QStringList{u"sms"_s, u"pin"_s} << false;
    QTest::newRow("it was not answered here") << false << QStringList{u"sms"_s} << false;
}

void QuestionQueueTest::aQuestionIsRepeatedWhen()
{
    QFETCH(bool, answered);
    QFETCH(QStringList, fields);
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    if (answered) {
        scene.queue->answered(eleven, api::StageId(u"88"_s));
    }
    scene.bench.network.on("GET /connections/11", asking(u"89"_s, fields).answer());
    scene.see(*follower, stageRow(u"interactive"_s, u"89"_s));
    QVERIFY(scene.wait(2));
    QTEST(scene.asked[1].repeated, "repeated");
    QCOMPARE(scene.asked[1].step, 2);
    // A third that nobody answered before is not a repetition of the second.
    scene.bench.network.on("GET /connections/11", asking(u"90"_s, fields).answer());
    scene.see(*follower, stageRow(u"interactive"_s, u"90"_s));
    QVERIFY(scene.wait(3));
    QVERIFY(!scene.asked[2].repeated);
}

void QuestionQueueTest::anAnsweredQuestionIsNotAskedAgain()
{
    // It waited when its customer was opened, and was answered before the poller's first look, which still tells of it,
    // as does the reading: the attempt takes a moment to go on.
    QueueScene scene;
    AttemptFollower &follower = scene.follow();
    scene.queue->notice(eleven, api::StageId(u"88"_s), Notice::FoundWaiting);
    QVERIFY(scene.wait(1));
    scene.queue->answered(eleven, api::StageId(u"88"_s));
    scene.see(follower, stageRow(u"interactive"_s, u"88"_s));
    QVERIFY(scene.settle());
    // QuestionQueue.h: the signals of one question are asked once, then withdrawn exactly once.
    QCOMPARE(scene.asked.size(), qsizetype{1});
}

void QuestionQueueTest::anAnswerThatIsTakenLateStillCounts()
{
    // The bank refuses the code and asks again before the API has replied to the answer.
    QueueScene scene;
    AttemptFollower *follower = scene.begin();
    QVERIFY(follower);
    scene.bench.network.on("GET /connections/11", asking(u"89"_s).answer());
    scene.see(*follower, stageRow(u"interactive"_s, u"89"_s));
    QVERIFY(scene.wait(2));
    scene.queue->answered(eleven, api::StageId(u"88"_s));
    // WaitingQuestion.h: repeated is that the one before it was answered here and asked for the same.
    QVERIFY(scene.queue->find(eleven)->repeated);
    QCOMPARE(scene.queue->waiting().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(QuestionQueueTest)
#include "tst_questionqueue.moc"
