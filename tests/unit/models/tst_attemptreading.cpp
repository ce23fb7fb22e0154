// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptReading.h"
#include "support/Bench.h"
#include "testing/Intervals.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const api::ConnectionId eleven(u"11"_s);

FakeAnswer attemptAnswer(const QByteArray &id, const QByteArray &lastStage)
{
    return json(R"({"data":{"id":")" + id + R"(","stages":[{"id":"1","name":"start"},{"id":"2","name":")" + lastStage +
                R"("}]}})");
}

struct Scene
{
    Scene()
        : reading(std::make_unique<AttemptReading>(bench.client))
        , arrived(reading.get(), &AttemptReading::arrived)
    {}
    void want(const QString &attempt, bool running) { reading->want(eleven, api::AttemptId(attempt), running); }
    [[nodiscard]] QString lastStage() const
    {
        return reading->attempt() ? reading->attempt()->stages->back().name.text : QString();
    }

    Bench bench;
    std::unique_ptr<AttemptReading> reading;
    QSignalSpy arrived;
};

} // namespace

class AttemptReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void anAttemptIsReadWithItsStages();
    void theSameAttemptIsReadOnce();
    void anAttemptThatEndedIsReadOnceMore();
    void anotherAttemptForgetsTheLast();
    void anAnswerForTheLastOneIsNotHeard();
    void noAttemptIsNothing();
    void anErrorLeavesWhatWasSeen();
    void destroyingItWhileItReadsIsHarmless();
};

void AttemptReadingTest::anAttemptIsReadWithItsStages()
{
    Scene scene;
    scene.bench.network.on("GET /attempts/77", attemptAnswer("77", "connect"));
    QVERIFY(!scene.reading->attempt());
    scene.want(u"77"_s, true);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    QCOMPARE(scene.reading->attempt()->id.toString(), u"77"_s);
    QCOMPARE(scene.reading->attempt()->stages->size(), std::size_t{2});
    QCOMPARE(scene.bench.network.sent(), QStringList{u"GET /attempts/77?connection_id=11"_s});
}

void AttemptReadingTest::theSameAttemptIsReadOnce()
{
    Scene scene;
    scene.bench.network.on("GET /attempts/77", attemptAnswer("77", "connect"));
    scene.want(u"77"_s, true);
    scene.want(u"77"_s, true);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    scene.want(u"77"_s, true);
    QCoreApplication::processEvents();
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
    QCOMPARE(scene.arrived.size(), qsizetype{1});
}

void AttemptReadingTest::anAttemptThatEndedIsReadOnceMore()
{
    Scene scene;
    scene.bench.network.onTurns("GET /attempts/77", {attemptAnswer("77", "connect"), attemptAnswer("77", "finish")});
    scene.want(u"77"_s, true);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    scene.want(u"77"_s, false);
    // What was seen stays until the fresh one is there.
    QCOMPARE(scene.lastStage(), u"connect"_s);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{2});
    QCOMPARE(scene.lastStage(), u"finish"_s);
    scene.want(u"77"_s, false);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{2});
}

void AttemptReadingTest::anotherAttemptForgetsTheLast()
{
    Scene scene;
    scene.bench.network.on("GET /attempts/77", attemptAnswer("77", "finish"));
    scene.bench.network.on("GET /attempts/78", attemptAnswer("78", "start"));
    scene.want(u"77"_s, false);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    scene.want(u"78"_s, true);
    QVERIFY(!scene.reading->attempt());
    QTRY_COMPARE(scene.arrived.size(), qsizetype{2});
    QCOMPARE(scene.reading->attempt()->id.toString(), u"78"_s);
}

void AttemptReadingTest::anAnswerForTheLastOneIsNotHeard()
{
    Scene scene;
    scene.bench.network.on("GET /attempts/77", attemptAnswer("77", "finish"));
    scene.bench.network.on("GET /attempts/78", attemptAnswer("78", "start"));
    scene.want(u"77"_s, false);
    scene.want(u"78"_s, true);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    QCOMPARE(scene.reading->attempt()->id.toString(), u"78"_s);
    QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.arrived.size(), qsizetype{1});
}

void AttemptReadingTest::noAttemptIsNothing()
{
    Scene scene;
    scene.bench.network.on("GET /attempts/77", attemptAnswer("77", "finish"));
    scene.want({}, false);
    scene.reading->want({}, api::AttemptId(u"77"_s), false);
    QVERIFY(scene.bench.network.sent().isEmpty());
    scene.want(u"78"_s, false);
    scene.want(u"77"_s, false);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    scene.want({}, false);
    QVERIFY(!scene.reading->attempt());
}

void AttemptReadingTest::anErrorLeavesWhatWasSeen()
{
    Scene scene;
    scene.bench.network.onTurns("GET /attempts/77", {attemptAnswer("77", "connect"), apiError("AttemptNotFound", 404)});
    scene.want(u"77"_s, true);
    QTRY_COMPARE(scene.arrived.size(), qsizetype{1});
    QSignalSpy failed(scene.reading.get(), &AttemptReading::failed);
    scene.want(u"77"_s, false);
    QTRY_COMPARE(failed.size(), qsizetype{1});
    QCOMPARE(scene.reading->error()->errorClass, u"AttemptNotFound"_s);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{2});
    QCOMPARE(scene.arrived.size(), qsizetype{1});
    QCOMPARE(scene.lastStage(), u"connect"_s);
    scene.want(u"78"_s, false);
    QVERIFY(!scene.reading->error());
}

void AttemptReadingTest::destroyingItWhileItReadsIsHarmless()
{
    Scene scene;
    scene.bench.network.on("GET /attempts/77", attemptAnswer("77", "finish"));
    scene.want(u"77"_s, false);
    scene.reading.reset();
    QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.arrived.size(), qsizetype{0});
}

QTEST_GUILESS_MAIN(AttemptReadingTest)
#include "tst_attemptreading.moc"
