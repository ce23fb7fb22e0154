// SPDX-License-Identifier: Apache-2.0
#include "operations/ConnectionOperations.h"
#include "support/Bench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Kind = OperationOutcome::Kind;

namespace {

const api::ConnectionId eleven(u"11"_s);
const api::ConsentId consent(u"55"_s);
const api::AttemptId asker(u"77"_s);
const api::StageId question(u"88"_s);

QJsonObject dataIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object()["data"_L1].toObject();
}

ConnectionJson asking(const QString &stageId, const QString &attempt = u"77"_s)
{
    return {.bank = u"Seen"_s, .attempt = attempt, .stage = u"interactive"_s, .stageId = stageId};
}

api::ReconnectConnectionRequest reconnection()
{
    api::ReconnectConnectionRequest request;
    request.consent.scopes = {u"account_details"_s};
    request.credentials = api::Credentials{{.name = u"login"_s, .values = {api::Secret::copyOf("anna")}}};
    return request;
}

api::InteractiveRequest code()
{
    return {.credentials = {{.name = u"sms"_s, .values = {api::Secret::copyOf("123456")}}}, .encryptedCredentials = {}};
}

/// Connection 11 is shown; everything the operations said is kept.
struct Scene
{
    Scene()
        : operations(bench.client, bench.connections)
    {
        api::Customer customer;
        customer.id = api::CustomerId(u"22"_s);
        bench.connections.beginReading(customer);
        const auto page = api::decodeConnectionPage(listAnswer({{.id = u"11"_s}, {.id = u"12"_s}}).body);
        bench.connections.addPage(*page);
        bench.connections.endReading(true);
        QObject::connect(
            &operations, &ConnectionOperations::started, &operations,
            [this](const api::ConnectionId &id, Operation) { said.append(u"started "_s + id.toString()); });
        QObject::connect(&operations, &ConnectionOperations::ended, &operations,
                         [this](const OperationOutcome &outcome) {
                             said.append(u"ended "_s + outcome.connection.toString());
                             outcomes.append(outcome);
                         });
    }
    [[nodiscard]] bool wait(qsizetype count = 1)
    {
        return QTest::qWaitFor([this, count] { return outcomes.size() >= count; }, 10'000);
    }
    [[nodiscard]] Kind kind() const { return outcomes.last().kind; }

    Bench bench;
    ConnectionOperations operations;
    QStringList said;
    QList<OperationOutcome> outcomes;
};

} // namespace

class ConnectionOperationsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefreshThatIsAnsweredIsDone();
    void aRefreshThatCameTooEarlyTeachesTheModel();
    void aLostAnswerIsReadBackAndNeverRepeated_data();
    void aLostAnswerIsReadBackAndNeverRepeated();
    void anUpdateThatIsAnsweredIsDone();
    void anUpdateOfNothingIsNotSent();
    void aLostUpdateIsComparedWithWhatWasAsked_data();
    void aLostUpdateIsComparedWithWhatWasAsked();
    void aRemovalTakesTheRowAway();
    void aLostRemovalIsReadBack_data();
    void aLostRemovalIsReadBack();
    void anAnswerThatDoesNotSayRemovedIsReadBack();
    void aConnectionThatIsGoneLeavesTheTable();
    void anErrorOfTheApiIsFailed();
    void aReconnectThatIsAnsweredIsDone();
    void aReconnectThatIsRefusedIsFailed();
    void aLostReconnectIsReadBackAndNeverRepeated_data();
    void aLostReconnectIsReadBackAndNeverRepeated();
    void anAnswerToAQuestionIsSentOnce();
    void anAnswerWithoutFieldsIsAConfirmation();
    void anAnswerThatIsRefusedIsFailed();
    void aLostAnswerToAQuestionIsReadBackAndNeverRepeated_data();
    void aLostAnswerToAQuestionIsReadBackAndNeverRepeated();
    void aRevocationThatIsAnsweredIsDone();
    void aRevocationThatIsRefusedIsFailed();
    void aRevocationOfNothingIsNotSent();
    void aLostRevocationIsReadBackAndNeverRepeated_data();
    void aLostRevocationIsReadBackAndNeverRepeated();
    void anAnswerThatDoesNotSayRevokedIsReadBack();
    void aSecondWriteToTheSameConnectionIsNotSent();
    void writesToDifferentConnectionsRunBesideEachOther();
    void whileWritesAreLockedNothingLeaves();
    void startedComesFirstAndEndedOnce();
    void theModelIsUpToDateWhenEndedIsHeard();
    void afterTheObjectIsGoneNothingIsHeard();
};

void ConnectionOperationsTest::aRefreshThatIsAnsweredIsDone()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh",
                           ConnectionJson{.attempt = u"78"_s, .stage = u"start"_s}.answer());
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.operations.isBusy(eleven));
    QVERIFY(scene.wait());
    QVERIFY(!scene.operations.isBusy(eleven));
    QCOMPARE(scene.kind(), Kind::Done);
    QCOMPARE(scene.outcomes.last().operation, Operation::Refresh);
    QCOMPARE(scene.outcomes.last().after->connection.lastAttempt->id.toString(), u"78"_s);
    QVERIFY(scene.bench.connections.summary(eleven)->fetching);
}

void ConnectionOperationsTest::aRefreshThatCameTooEarlyTeachesTheModel()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh",
                           json(R"({"error":{"class":"ConnectionCannotBeRefreshed","message":"No."},)"
                                R"("next_refresh_possible_at":"2026-11-23T11:35:46Z","request":{}})",
                                406));
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QCOMPARE(scene.outcomes.last().error->errorClass, u"ConnectionCannotBeRefreshed"_s);
    QCOMPARE(scene.bench.connections.summary(eleven)->nextRefreshPossibleAt,
             QDateTime(QDate(2026, 11, 23), QTime(11, 35, 46), Qt::UTC));
}

void ConnectionOperationsTest::aLostAnswerIsReadBackAndNeverRepeated_data()
{
    QTest::addColumn<QString>("attemptAfter");
    QTest::addColumn<int>("kind");
    QTest::newRow("a new attempt: it took effect") << u"78"_s << static_cast<int>(Kind::FoundDone);
    QTest::newRow("the old attempt: it did not") << u"77"_s << static_cast<int>(Kind::FoundNotDone);
    QTest::newRow("the look fails too: nobody knows") << QString() << static_cast<int>(Kind::Unknown);
}

void ConnectionOperationsTest::aLostAnswerIsReadBackAndNeverRepeated()
{
    QFETCH(QString, attemptAfter);
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", hangUp());
    scene.bench.network.on("GET /connections/11",
                           attemptAfter.isEmpty()
                               ? apiError("ClientDisabled")
                               : ConnectionJson{.bank = u"Seen"_s, .attempt = attemptAfter}.answer());
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait());
    QTEST(static_cast<int>(scene.kind()), "kind");
    QVERIFY(scene.outcomes.last().error->outcomeUnknown);
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
    QCOMPARE(scene.outcomes.last().after.has_value(), !attemptAfter.isEmpty());
    QCOMPARE(scene.bench.connections.summary(eleven)->providerName, attemptAfter.isEmpty() ? u"Rabobank"_s : u"Seen"_s);
}

void ConnectionOperationsTest::anUpdateThatIsAnsweredIsDone()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11", ConnectionJson{.dailyRefresh = true}.answer());
    QVERIFY(scene.operations.update(eleven, {false, true, {}}));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Done);
    QCOMPARE(scene.outcomes.last().operation, Operation::Update);
    QVERIFY(scene.bench.connections.summary(eleven)->dailyRefresh);
}

void ConnectionOperationsTest::anUpdateOfNothingIsNotSent()
{
    Scene scene;
    QVERIFY(!scene.operations.update(eleven, {}));
    QVERIFY(!scene.operations.isBusy(eleven));
    QVERIFY(scene.bench.network.sent().isEmpty());
    QVERIFY(scene.said.isEmpty());
}

void ConnectionOperationsTest::aLostUpdateIsComparedWithWhatWasAsked_data()
{
    QTest::addColumn<bool>("dailyAfter");
    QTest::addColumn<int>("kind");
    QTest::newRow("it is so") << true << static_cast<int>(Kind::FoundDone);
    QTest::newRow("it is not so") << false << static_cast<int>(Kind::FoundNotDone);
}

void ConnectionOperationsTest::aLostUpdateIsComparedWithWhatWasAsked()
{
    QFETCH(bool, dailyAfter);
    Scene scene;
    scene.bench.network.on("PUT /connections/11", hangUp());
    scene.bench.network.on("GET /connections/11", ConnectionJson{.dailyRefresh = dailyAfter}.answer());
    QVERIFY(scene.operations.update(eleven, {false, true, {}}));
    QVERIFY(scene.wait());
    QTEST(static_cast<int>(scene.kind()), "kind");
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
}

void ConnectionOperationsTest::aRemovalTakesTheRowAway()
{
    Scene scene;
    scene.bench.network.on("DELETE /connections/11", json(R"({"data":{"id":"11","removed":true}})"));
    QVERIFY(scene.operations.remove(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Done);
    QVERIFY(!scene.outcomes.last().after);
    QCOMPARE(scene.bench.connections.total(), 1);
}

void ConnectionOperationsTest::aLostRemovalIsReadBack_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("rows");
    QTest::newRow("gone") << u"ConnectionNotFound"_s << static_cast<int>(Kind::FoundDone) << 1;
    QTest::newRow("still there") << QString() << static_cast<int>(Kind::FoundNotDone) << 2;
    QTest::newRow("the look fails") << u"ClientDisabled"_s << static_cast<int>(Kind::Unknown) << 2;
}

void ConnectionOperationsTest::aLostRemovalIsReadBack()
{
    QFETCH(QString, errorClass);
    Scene scene;
    scene.bench.network.on("DELETE /connections/11", hangUp());
    scene.bench.network.on("GET /connections/11",
                           errorClass.isEmpty() ? ConnectionJson{}.answer() : apiError(errorClass.toLatin1(), 404));
    QVERIFY(scene.operations.remove(eleven));
    QVERIFY(scene.wait());
    QTEST(static_cast<int>(scene.kind()), "kind");
    QTEST(scene.bench.connections.total(), "rows");
    QCOMPARE(scene.bench.network.count(u"DELETE"_s), 1);
}

void ConnectionOperationsTest::anAnswerThatDoesNotSayRemovedIsReadBack()
{
    Scene scene;
    scene.bench.network.on("DELETE /connections/11", json(R"({"data":{"id":"11","removed":false}})"));
    scene.bench.network.on("GET /connections/11", ConnectionJson{}.answer());
    QVERIFY(scene.operations.remove(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::FoundNotDone);
    QCOMPARE(scene.bench.connections.total(), 2);
}

void ConnectionOperationsTest::aConnectionThatIsGoneLeavesTheTable()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", apiError("ConnectionNotFound", 404));
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QVERIFY(!scene.bench.connections.summary(eleven));
}

void ConnectionOperationsTest::anErrorOfTheApiIsFailed()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", apiError("ConnectionAlreadyProcessing"));
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QCOMPARE(scene.outcomes.last().error->requestId, u"r-1"_s);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void ConnectionOperationsTest::aReconnectThatIsAnsweredIsDone()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/reconnect",
                           ConnectionJson{.attempt = u"78"_s, .stage = u"start"_s}.answer());
    QVERIFY(scene.operations.reconnect(eleven, reconnection()));
    QVERIFY(scene.operations.isBusy(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Done);
    QCOMPARE(scene.outcomes.last().operation, Operation::Reconnect);
    QCOMPARE(scene.outcomes.last().after->connection.lastAttempt->id.toString(), u"78"_s);
    QVERIFY(scene.bench.connections.summary(eleven)->fetching);
    QCOMPARE(dataIn(scene.bench.network.bodies().last())["credentials"_L1].toObject(),
             QJsonObject({{u"login"_s, u"anna"_s}}));
}

void ConnectionOperationsTest::aReconnectThatIsRefusedIsFailed()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/reconnect", apiError("CredentialsNotMatch"));
    QVERIFY(scene.operations.reconnect(eleven, reconnection()));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QCOMPARE(scene.outcomes.last().error->errorClass, u"CredentialsNotMatch"_s);
    QVERIFY(!scene.outcomes.last().after);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void ConnectionOperationsTest::aLostReconnectIsReadBackAndNeverRepeated_data()
{
    QTest::addColumn<FakeAnswer>("look");
    QTest::addColumn<int>("kind");
    QTest::newRow("a new attempt: it took effect")
        << ConnectionJson{.attempt = u"78"_s}.answer() << static_cast<int>(Kind::FoundDone);
    QTest::newRow("the old attempt: it did not")
        << ConnectionJson{.attempt = u"77"_s}.answer() << static_cast<int>(Kind::FoundNotDone);
    QTest::newRow("the look fails too") << apiError("ClientDisabled") << static_cast<int>(Kind::Unknown);
    QTest::newRow("it is gone") << apiError("ConnectionNotFound", 404) << static_cast<int>(Kind::Unknown);
}

void ConnectionOperationsTest::aLostReconnectIsReadBackAndNeverRepeated()
{
    QFETCH(FakeAnswer, look);
    Scene scene;
    scene.bench.network.on("PUT /connections/11/reconnect", hangUp());
    scene.bench.network.on("GET /connections/11", look);
    QVERIFY(scene.operations.reconnect(eleven, reconnection()));
    QVERIFY(scene.wait());
    QTEST(static_cast<int>(scene.kind()), "kind");
    QVERIFY(scene.outcomes.last().error->outcomeUnknown);
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
    QVERIFY(!scene.operations.isBusy(eleven));
    QCOMPARE(scene.outcomes.last().after.has_value(), look.status == 200);
    QCOMPARE(scene.bench.connections.summary(eleven).has_value(), look.status != 404);
}

void ConnectionOperationsTest::anAnswerToAQuestionIsSentOnce()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/interactive",
                           ConnectionJson{.stage = u"fetch_accounts"_s, .stageId = u"89"_s}.answer());
    QVERIFY(scene.operations.answer(eleven, asker, question, code()));
    QVERIFY(!scene.operations.answer(eleven, asker, question, code()));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Done);
    QCOMPARE(scene.outcomes.last().operation, Operation::Answer);
    QCOMPARE(scene.bench.connections.summary(eleven)->stageText, u"fetch_accounts"_s);
    QCOMPARE(dataIn(scene.bench.network.bodies().last()),
             QJsonObject({{u"credentials"_s, QJsonObject{{u"sms"_s, u"123456"_s}}}}));
    QCOMPARE(scene.bench.network.sent(), QStringList{u"PUT /connections/11/interactive"_s});
}

void ConnectionOperationsTest::anAnswerWithoutFieldsIsAConfirmation()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/interactive", ConnectionJson{}.answer());
    QVERIFY(scene.operations.answer(eleven, asker, question, {}));
    QVERIFY(scene.wait());
    QCOMPARE(dataIn(scene.bench.network.bodies().last()), QJsonObject({{u"credentials"_s, QJsonObject()}}));
}

void ConnectionOperationsTest::anAnswerThatIsRefusedIsFailed()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/interactive", apiError("InteractiveTimeout"));
    QVERIFY(scene.operations.answer(eleven, asker, question, code()));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QCOMPARE(scene.outcomes.last().error->errorClass, u"InteractiveTimeout"_s);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void ConnectionOperationsTest::aLostAnswerToAQuestionIsReadBackAndNeverRepeated_data()
{
    QTest::addColumn<FakeAnswer>("look");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const FakeAnswer &look, Kind kind) {
        QTest::newRow(name) << look << static_cast<int>(kind);
    };
    row("it still asks", asking(u"88"_s).answer(), Kind::FoundNotDone);
    row("it asks again", asking(u"89"_s).answer(), Kind::FoundDone);
    row("it went on", ConnectionJson{.stage = u"fetch_accounts"_s, .stageId = u"89"_s}.answer(), Kind::FoundDone);
    row("it ended", ConnectionJson{.stage = u"finish"_s, .stageId = u"90"_s}.answer(), Kind::FoundDone);
    row("another attempt runs", asking(u"95"_s, u"78"_s).answer(), Kind::Unknown);
    row("the look fails too", apiError("ClientDisabled"), Kind::Unknown);
    row("it is gone", apiError("ConnectionNotFound", 404), Kind::Unknown);
}

void ConnectionOperationsTest::aLostAnswerToAQuestionIsReadBackAndNeverRepeated()
{
    QFETCH(FakeAnswer, look);
    Scene scene;
    scene.bench.network.on("PUT /connections/11/interactive", hangUp());
    scene.bench.network.on("GET /connections/11", look);
    QVERIFY(scene.operations.answer(eleven, asker, question, code()));
    QVERIFY(scene.wait());
    QTEST(static_cast<int>(scene.kind()), "kind");
    QCOMPARE(scene.outcomes.last().operation, Operation::Answer);
    QVERIFY(scene.outcomes.last().error->outcomeUnknown);
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
    QCOMPARE(scene.bench.network.count(u"GET"_s), 1);
    QVERIFY(!scene.operations.isBusy(eleven));
}

void ConnectionOperationsTest::aRevocationThatIsAnsweredIsDone()
{
    Scene scene;
    scene.bench.network.on("PUT /consents/55/revoke", json(R"({"data":{"id":"55","status":"revoked"}})"));
    QVERIFY(scene.operations.revoke(eleven, consent));
    QVERIFY(scene.operations.isBusy(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Done);
    QCOMPARE(scene.outcomes.last().operation, Operation::Revoke);
    QCOMPARE(scene.bench.network.sent(), QStringList{u"PUT /consents/55/revoke?connection_id=11"_s});
    QCOMPARE(scene.bench.network.bodies(), QList<QByteArray>{{}});
}

void ConnectionOperationsTest::aRevocationThatIsRefusedIsFailed()
{
    Scene scene;
    scene.bench.network.on("PUT /consents/55/revoke", apiError("AispConsentAlreadyRevoked"));
    QVERIFY(scene.operations.revoke(eleven, consent));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QCOMPARE(scene.outcomes.last().error->errorClass, u"AispConsentAlreadyRevoked"_s);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype(1));
}

void ConnectionOperationsTest::aRevocationOfNothingIsNotSent()
{
    Scene scene;
    QVERIFY(!scene.operations.revoke(eleven, api::ConsentId()));
    QVERIFY(!scene.operations.isBusy(eleven));
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void ConnectionOperationsTest::aLostRevocationIsReadBackAndNeverRepeated_data()
{
    QTest::addColumn<QString>("statusAfter");
    QTest::addColumn<int>("kind");
    QTest::newRow("revoked: it took effect") << u"revoked"_s << static_cast<int>(Kind::FoundDone);
    QTest::newRow("active: it did not") << u"active"_s << static_cast<int>(Kind::FoundNotDone);
    QTest::newRow("the look fails too: nobody knows") << QString() << static_cast<int>(Kind::Unknown);
}

void ConnectionOperationsTest::aLostRevocationIsReadBackAndNeverRepeated()
{
    QFETCH(const QString, statusAfter);
    Scene scene;
    scene.bench.network.on("PUT /consents/55/revoke", hangUp());
    scene.bench.network.on("GET /consents/55",
                           statusAfter.isEmpty()
                               ? apiError("ClientDisabled")
                               : json(QByteArray(R"({"data":{"id":"55","status":")" + statusAfter.toUtf8() + "\"}}")));
    QVERIFY(scene.operations.revoke(eleven, consent));
    QVERIFY(scene.wait());
    QTEST(static_cast<int>(scene.kind()), "kind");
    QVERIFY(scene.outcomes.last().error->outcomeUnknown);
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
    QVERIFY(!scene.operations.isBusy(eleven));
}

void ConnectionOperationsTest::anAnswerThatDoesNotSayRevokedIsReadBack()
{
    Scene scene;
    scene.bench.network.on("PUT /consents/55/revoke", json(R"({"data":{"id":"55","status":"active"}})"));
    scene.bench.network.on("GET /consents/55", json(R"({"data":{"id":"55","status":"active"}})"));
    QVERIFY(scene.operations.revoke(eleven, consent));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::FoundNotDone);
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
}

void ConnectionOperationsTest::aSecondWriteToTheSameConnectionIsNotSent()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", ConnectionJson{}.answer());
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(!scene.operations.refresh(eleven));
    QVERIFY(!scene.operations.remove(eleven));
    QVERIFY(!scene.operations.update(eleven, {true, {}, {}}));
    QVERIFY(!scene.operations.reconnect(eleven, reconnection()));
    QVERIFY(!scene.operations.answer(eleven, asker, question, code()));
    QVERIFY(!scene.operations.refresh({}));
    QVERIFY(!scene.operations.reconnect({}, reconnection()));
    QVERIFY(!scene.operations.answer({}, asker, question, code()));
    QVERIFY(scene.wait());
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait(2));
}

void ConnectionOperationsTest::writesToDifferentConnectionsRunBesideEachOther()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", ConnectionJson{}.answer());
    scene.bench.network.on("DELETE /connections/12", json(R"({"data":{"id":"12","removed":true}})"));
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.operations.remove(api::ConnectionId(u"12"_s)));
    QVERIFY(scene.wait(2));
    QCOMPARE(scene.outcomes[0].kind, Kind::Done);
    QCOMPARE(scene.outcomes[1].kind, Kind::Done);
}

void ConnectionOperationsTest::whileWritesAreLockedNothingLeaves()
{
    Scene scene;
    scene.bench.client.setReadOnly(true);
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(scene.kind(), Kind::Failed);
    QCOMPARE(scene.outcomes.last().error->kind, api::ErrorKind::ReadOnly);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void ConnectionOperationsTest::startedComesFirstAndEndedOnce()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", hangUp());
    scene.bench.network.on("GET /connections/11", ConnectionJson{}.answer());
    QVERIFY(scene.operations.refresh(eleven));
    QCOMPARE(scene.said, QStringList({u"started 11"_s}));
    QVERIFY(scene.wait());
    QCoreApplication::processEvents();
    QCOMPARE(scene.said, QStringList({u"started 11"_s, u"ended 11"_s}));
}

void ConnectionOperationsTest::theModelIsUpToDateWhenEndedIsHeard()
{
    Scene scene;
    scene.bench.network.on("PUT /connections/11/refresh", ConnectionJson{.attempt = u"78"_s}.answer());
    QString heard;
    connect(&scene.operations, &ConnectionOperations::ended, &scene.operations,
            [&] { heard = scene.bench.connections.summary(eleven)->attemptId.toString(); });
    QVERIFY(scene.operations.refresh(eleven));
    QVERIFY(scene.wait());
    QCOMPARE(heard, u"78"_s);
}

void ConnectionOperationsTest::afterTheObjectIsGoneNothingIsHeard()
{
    Bench bench;
    bench.network.on("PUT /connections/11/refresh", ConnectionJson{}.answer());
    auto operations = std::make_unique<ConnectionOperations>(bench.client, bench.connections);
    int ended = 0;
    connect(operations.get(), &ConnectionOperations::ended, this, [&ended] { ++ended; });
    QVERIFY(operations->refresh(eleven));
    operations.reset();
    QTRY_COMPARE(bench.client.activeRequests(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(ended, 0);
}

QTEST_GUILESS_MAIN(ConnectionOperationsTest)
#include "tst_connectionoperations.moc"
