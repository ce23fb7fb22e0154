// SPDX-License-Identifier: Apache-2.0
#include "history/ConnectionHistory.h"
#include "support/Bench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Part = ConnectionHistory::Part;

namespace {

const FakeAnswer attempts = json(R"({"data":[{"id":"1"},{"id":"2"}],"meta":{"next_id":null}})");
const FakeAnswer consents = json(R"({"data":[{"id":"5","status":"active"}],"meta":{"next_id":null}})");

struct Scene
{
    Scene()
        : history(bench.client)
        , attemptsTester(&history.attempts(), QAbstractItemModelTester::FailureReportingMode::QtTest)
        , consentsTester(&history.consents(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        bench.network.on("GET /attempts", attempts);
        bench.network.on("GET /consents", consents);
    }
    [[nodiscard]] QString attemptAt(int row)
    {
        return history.attempts().index(row, 0).data(RecordsModel<api::Attempt>::IdRole).toString();
    }

    Bench bench;
    ConnectionHistory history;
    QAbstractItemModelTester attemptsTester;
    QAbstractItemModelTester consentsTester;
};

} // namespace

class ConnectionHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsReadBeforeSomebodyLooks()
    {
        Scene scene;
        scene.history.open(api::ConnectionId(u"11"_s));
        QCOMPARE(scene.bench.client.activeRequests(), 0);
        scene.history.readAgain();
        QCOMPARE(scene.bench.client.activeRequests(), 0);
    }

    void timesGoOnWithoutAnyReading()
    {
        Scene scene;
        scene.bench.network.on("GET /attempts",
                               json(R"({"data":[{"id":"1","created_at":"2026-11-23T10:42:07Z"}],"meta":{}})"));
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Attempts);
        QTRY_COMPARE(scene.history.attempts().rowCount(), 1);
        const QModelIndex started = scene.history.attempts().index(0, 0);
        QSignalSpy changed(&scene.history.attempts(), &QAbstractItemModel::dataChanged);
        scene.bench.clock.advance(std::chrono::hours{3});
        scene.history.refreshTimes();
        QCOMPARE(changed.size(), qsizetype(1));
        QCOMPARE(started.data().toString(), u"3 h ago"_s);
        QCOMPARE(scene.bench.network.sent().size(), qsizetype(1));
    }

    void withoutAConnectionNothingIsRead()
    {
        Scene scene;
        scene.history.want(Part::Attempts);
        QCOMPARE(scene.bench.client.activeRequests(), 0);
    }

    void attemptsComeNewestFirst()
    {
        Scene scene;
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Attempts);
        QVERIFY(scene.history.isLoading(Part::Attempts));
        QTRY_COMPARE(scene.history.attempts().rowCount(), 2);
        QCOMPARE(scene.attemptAt(0), u"2"_s);
        QVERIFY(!scene.history.isLoading(Part::Attempts));
        QCOMPARE(scene.history.consents().rowCount(), 0);
        QCOMPARE(scene.bench.network.sent(), QStringList{u"GET /attempts?connection_id=11"_s});
    }

    void askedForTwiceItIsReadOnce()
    {
        Scene scene;
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Consents);
        scene.history.want(Part::Consents);
        QTRY_COMPARE(scene.history.consents().rowCount(), 1);
        scene.history.want(Part::Consents);
        QCOMPARE(scene.bench.network.count(u"GET /consents"_s), 1);
    }

    void readingAgainReadsWhatWasWanted()
    {
        Scene scene;
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Attempts);
        QTRY_COMPARE(scene.history.attempts().rowCount(), 2);
        QSignalSpy reset(&scene.history.attempts(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(&scene.history.attempts(), &QAbstractItemModel::dataChanged);
        scene.history.readAgain();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(scene.bench.network.count(u"GET /consents"_s), 0);
    }

    void anotherConnectionForgetsTheLast()
    {
        Scene scene;
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Attempts);
        QTRY_COMPARE(scene.history.attempts().rowCount(), 2);
        QSignalSpy changed(&scene.history, &ConnectionHistory::changed);
        scene.history.open(api::ConnectionId(u"12"_s));
        QCOMPARE(scene.history.attempts().rowCount(), 0);
        QCOMPARE(changed.size(), 3);
        scene.history.open(api::ConnectionId(u"12"_s));
        QCOMPARE(changed.size(), 3);
    }

    void anAnswerForTheLastOneIsNotHeard()
    {
        Scene scene;
        scene.bench.network.onTurns("GET /attempts", {silence(), json(R"({"data":[{"id":"9"}]})")});
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Attempts);
        QTRY_COMPARE(scene.bench.network.open(), 1);
        scene.history.open(api::ConnectionId(u"12"_s));
        QTRY_COMPARE(scene.bench.network.open(), 0);
        scene.history.want(Part::Attempts);
        QTRY_COMPARE(scene.history.attempts().rowCount(), 1);
        QCOMPARE(scene.attemptAt(0), u"9"_s);
    }

    void anErrorIsToldAndKeepsWhatWasShown()
    {
        Scene scene;
        scene.bench.network.onTurns("GET /attempts", {attempts, apiError("ConnectionNotFound", 404)});
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Attempts);
        QTRY_COMPARE(scene.history.attempts().rowCount(), 2);
        scene.history.readAgain();
        QTRY_VERIFY(scene.history.error(Part::Attempts).has_value());
        QCOMPARE(scene.history.error(Part::Attempts)->errorClass, u"ConnectionNotFound"_s);
        QCOMPARE(scene.history.attempts().rowCount(), 2);
    }

    void unreadableRecordsAreCounted()
    {
        Scene scene;
        scene.bench.network.on("GET /consents", json(R"({"data":[7,{"id":"5"}],"meta":null})"));
        scene.history.open(api::ConnectionId(u"11"_s));
        scene.history.want(Part::Consents);
        QTRY_COMPARE(scene.history.consents().rowCount(), 1);
        QCOMPARE(scene.history.warnings(Part::Consents), qsizetype{1});
        QCOMPARE(scene.history.warnings(Part::Attempts), qsizetype{0});
    }
};

QTEST_GUILESS_MAIN(ConnectionHistoryTest)
#include "tst_connectionhistory.moc"
