// SPDX-License-Identifier: Apache-2.0
#include "support/EntryScene.h"
#include "testing/Intervals.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using State = ConnectionEntry::State;

namespace {

constexpr std::chrono::milliseconds interval{1};

} // namespace

/// Trying with credentials; visits to the bank's own page are in tst_entryvisit, letting go of it in tst_entryrelease.
class ConnectionEntryTest : public QObject
{
    Q_OBJECT

private slots:
    void aCreationIsFollowedToItsEnd();
    void aReconnectIsFollowedToItsEnd();
    void anAttemptThatFailsSaysWhy();
    void aNewerAttemptOfSomebodyElseSupersedes();
    void aConnectionThatIsRemovedMeanwhileIsGone();
    void aRefusedCreationLeavesNoConnection();
    void aRefusedReconnectKeepsItsConnection();
    void whileWritesAreLockedItIsRefused();
    void aLostCreationIsLookedUp_data();
    void aLostCreationIsLookedUp();
    void aLostReconnectIsReadBack_data();
    void aLostReconnectIsReadBack();
    void aLostReconnectIsSeenToBeReadBack();
    void aLostCreationThatEndedMeanwhileIsFollowedToItsEnd();
    void itIsSentOnceAtATime();
    void aBusyConnectionIsNotReconnected();
    void anotherTryMayFollow();
    void aTryForgetsWhatTheLastOneWas();
    void whatOthersDoIsNotItsAffair();
    void changedNeverComesFromWithinSend();
    void changedTellsOfTheSendingToo();
};

void ConnectionEntryTest::aCreationIsFollowedToItsEnd()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.is(made(u"connect"_s, u"2"_s));
    QCOMPARE(scene.entry->state(), State::Idle);
    QVERIFY(!scene.entry->isRunning());
    QVERIFY(scene.send(newConnection()));
    QCOMPARE(scene.entry->state(), State::Sending);
    QVERIFY(scene.entry->isRunning());
    QTRY_COMPARE(scene.entry->stage(), u"connect"_s);
    QCOMPARE(scene.entry->state(), State::Following);
    QVERIFY(scene.entry->isRunning());
    QCOMPARE(scene.entry->connection().toString(), u"13"_s);
    QCOMPARE(scene.entry->attempt().toString(), u"79"_s);
    QVERIFY(!scene.entry->before());
    scene.is(made(u"finish"_s, u"3"_s));
    QVERIFY(scene.waitFor(State::Succeeded));
    QVERIFY(!scene.entry->isRunning());
    QVERIFY(!scene.entry->error());
    QVERIFY(!scene.entry->wasFoundBack());
    QVERIFY(scene.entry->bankPage().isEmpty());
    QCOMPARE(scene.states, QStringList({u"Sending"_s, u"Following"_s, u"Succeeded"_s}));
    // The table knows the end before the entry tells it.
    QVERIFY(!scene.workspace->connections().summary(scene.entry->connection())->fetching);
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void ConnectionEntryTest::aReconnectIsFollowedToItsEnd()
{
    EntryScene scene;
    ConnectionJson inactive;
    inactive.status = u"inactive"_s;
    scene.is(inactive);
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/reconnect", again().answer());
    scene.is(again(u"finish"_s, u"3"_s));
    QVERIFY(scene.send(reconnection()));
    QCOMPARE(scene.entry->connection().toString(), u"11"_s);
    QVERIFY(scene.waitFor(State::Succeeded));
    QCOMPARE(scene.entry->attempt().toString(), u"78"_s);
    QCOMPARE(scene.entry->before()->statusText, u"inactive"_s);
    QCOMPARE(scene.workspace->connections().summary(scene.entry->connection())->statusText, u"active"_s);
    const QJsonObject data = QJsonDocument::fromJson(scene.network.lastBody(u"PUT"_s)).object()["data"_L1].toObject();
    QCOMPARE(data["credentials"_L1].toObject(), QJsonObject({{u"login"_s, u"anna"_s}}));
    QCOMPARE(scene.network.count(u"PUT"_s), 1);
    QCOMPARE(scene.network.count(u"POST"_s), 0);
}

void ConnectionEntryTest::anAttemptThatFailsSaysWhy()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.is(failing(made()));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::AttemptFailed));
    QCOMPARE(scene.entry->failClass(), u"InvalidCredentials"_s);
    QCOMPARE(scene.entry->failMessage(), u"InvalidCredentials"_s);
    // Another try must be a reconnect of it.
    QCOMPARE(scene.entry->connection().toString(), u"13"_s);
    QVERIFY(!scene.entry->isRunning());
}

void ConnectionEntryTest::aNewerAttemptOfSomebodyElseSupersedes()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/reconnect", again().answer());
    ConnectionJson newer = again(u"connect"_s, u"5"_s);
    newer.attempt = u"85"_s;
    scene.is(newer);
    QVERIFY(scene.send(reconnection()));
    QVERIFY(scene.waitFor(State::Superseded));
    QCOMPARE(scene.entry->attempt().toString(), u"78"_s);
    // The newer one is followed on, without this entry.
    scene.is(failing(newer));
    QTRY_COMPARE(scene.workspace->poller().followed(), 0);
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.entry->state(), State::Superseded);
    QVERIFY(scene.entry->failClass().isEmpty());
}

void ConnectionEntryTest::aConnectionThatIsRemovedMeanwhileIsGone()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.network.on("GET /connections/13", apiError("ConnectionNotFound", 404));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::Gone));
    QTRY_COMPARE(scene.workspace->connections().total(), 1);
}

void ConnectionEntryTest::aRefusedCreationLeavesNoConnection()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", apiError("ProviderInactive"));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::Refused));
    QCOMPARE(scene.entry->error()->errorClass, u"ProviderInactive"_s);
    QVERIFY(scene.entry->connection().isEmpty());
    QVERIFY(scene.entry->attempt().isEmpty());
    QCOMPARE(scene.workspace->poller().followed(), 0);
}

void ConnectionEntryTest::aRefusedReconnectKeepsItsConnection()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/reconnect", apiError("CredentialsNotMatch"));
    QVERIFY(scene.send(reconnection()));
    QVERIFY(scene.waitFor(State::Refused));
    QCOMPARE(scene.entry->error()->errorClass, u"CredentialsNotMatch"_s);
    QCOMPARE(scene.entry->connection().toString(), u"11"_s);
    QVERIFY(scene.entry->attempt().isEmpty());
    QCOMPARE(scene.workspace->poller().followed(), 0);
}

void ConnectionEntryTest::whileWritesAreLockedItIsRefused()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.workspace->client().setReadOnly(true);
    for (const ConnectionChoices &choices : {newConnection(), reconnection()}) {
        QVERIFY(scene.send(choices));
        QVERIFY(scene.waitFor(State::Refused));
        QCOMPARE(scene.entry->error()->kind, api::ErrorKind::ReadOnly);
    }
    QCOMPARE(scene.network.count(u"P"_s), 0);
}

void ConnectionEntryTest::aLostCreationIsLookedUp_data()
{
    QTest::addColumn<FakeAnswer>("list");
    QTest::addColumn<State>("end");
    QTest::addColumn<QStringList>("states");
    QTest::newRow("it is there") << listAnswer({ConnectionJson{}, made()}) << State::Succeeded
                                 << QStringList{u"Sending"_s, u"LookingBack"_s, u"Following"_s, u"Succeeded"_s};
    QTest::newRow("it is not") << listAnswer({ConnectionJson{}}) << State::NotDone
                               << QStringList{u"Sending"_s, u"LookingBack"_s, u"NotDone"_s};
    QTest::newRow("nobody knows") << apiError("ClientDisabled", 403) << State::Unknown
                                  << QStringList{u"Sending"_s, u"LookingBack"_s, u"Unknown"_s};
}

void ConnectionEntryTest::aLostCreationIsLookedUp()
{
    QFETCH(FakeAnswer, list);
    QFETCH(State, end);
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", hangUp());
    scene.network.on("GET /connections", list);
    scene.network.on("GET /connections/13", made(u"finish"_s, u"3"_s).answer());
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(end));
    QTEST(scene.states, "states");
    const bool found = end == State::Succeeded;
    QCOMPARE(scene.entry->wasFoundBack(), found);
    QCOMPARE(scene.entry->connection().toString(), found ? u"13"_s : QString());
    QCOMPARE(scene.entry->attempt().toString(), found ? u"79"_s : QString());
    QVERIFY(scene.entry->error()->outcomeUnknown);
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void ConnectionEntryTest::aLostReconnectIsReadBack_data()
{
    QTest::addColumn<FakeAnswer>("look");
    QTest::addColumn<State>("end");
    QTest::newRow("a new attempt") << again(u"finish"_s, u"3"_s).answer() << State::Succeeded;
    QTest::newRow("the old attempt") << ConnectionJson{}.answer() << State::NotDone;
    QTest::newRow("nobody knows") << apiError("ClientDisabled", 403) << State::Unknown;
    QTest::newRow("it is gone") << apiError("ConnectionNotFound", 404) << State::Unknown;
}

void ConnectionEntryTest::aLostReconnectIsReadBack()
{
    QFETCH(FakeAnswer, look);
    QFETCH(State, end);
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/reconnect", hangUp());
    scene.network.on("GET /connections/11", look);
    QVERIFY(scene.send(reconnection()));
    QVERIFY(scene.waitFor(end));
    const bool found = end == State::Succeeded;
    QCOMPARE(scene.entry->wasFoundBack(), found);
    QCOMPARE(scene.entry->connection().toString(), u"11"_s);
    if (found) {
        QCOMPARE(scene.entry->attempt().toString(), u"78"_s);
    }
    QVERIFY(scene.entry->error()->outcomeUnknown);
    QCOMPARE(scene.network.count(u"PUT"_s), 1);
}

void ConnectionEntryTest::aLostReconnectIsSeenToBeReadBack()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/reconnect", hangUp());
    scene.network.on("GET /connections/11", silence());
    QVERIFY(scene.send(reconnection()));
    QTRY_COMPARE(scene.network.count(u"GET /connections/11"_s), 1);
    QVERIFY(passIntervals(interval));
    QVERIFY(scene.entry->isRunning());
    // ConnectionEntry.h: LookingBack is "the answer was lost; reading what became of it", for a reconnect as well.
    QCOMPARE(scene.entry->state(), State::LookingBack);
}

void ConnectionEntryTest::aLostCreationThatEndedMeanwhileIsFollowedToItsEnd()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", hangUp());
    scene.is(failing(made()));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::AttemptFailed));
    QVERIFY(scene.entry->wasFoundBack());
    QCOMPARE(scene.entry->failClass(), u"InvalidCredentials"_s);
}

void ConnectionEntryTest::itIsSentOnceAtATime()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.is(made(u"connect"_s, u"2"_s));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(!scene.send(newConnection()));
    QVERIFY(!scene.send(reconnection()));
    QVERIFY(!scene.entry->visitBank(newConnection(), scene.bank));
    QCOMPARE(scene.entry->state(), State::Sending);
    QVERIFY(scene.waitFor(State::Following));
    QVERIFY(!scene.send(newConnection()));
    QVERIFY(!scene.send(reconnection()));
    QVERIFY(!scene.entry->visitBank(reconnection(), scene.bank));
    QCOMPARE(scene.entry->state(), State::Following);
    QCOMPARE(scene.entry->connection().toString(), u"13"_s);
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.network.count(u"POST"_s), 1);
    QCOMPARE(scene.network.count(u"PUT"_s), 0);
}

void ConnectionEntryTest::aBusyConnectionIsNotReconnected()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/refresh", silence());
    QVERIFY(scene.workspace->operations().refresh(api::ConnectionId(u"11"_s)));
    QVERIFY(!scene.send(reconnection()));
    QCOMPARE(scene.entry->state(), State::Idle);
    QVERIFY(!scene.entry->isRunning());
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.network.count(u"PUT"_s), 1);
    QCOMPARE(scene.changes, 0);
}

void ConnectionEntryTest::anotherTryMayFollow()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.is(failing(made()));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::AttemptFailed));
    ConnectionChoices choices = reconnection();
    choices.reconnects = scene.entry->connection();
    ConnectionJson second = made();
    second.attempt = u"80"_s;
    scene.network.on("PUT /connections/13/reconnect", second.answer());
    second.stage = u"finish"_s;
    scene.is(second);
    QVERIFY(scene.send(choices));
    QVERIFY(scene.waitFor(State::Succeeded));
    QCOMPARE(scene.entry->attempt().toString(), u"80"_s);
    QVERIFY(scene.entry->failClass().isEmpty());
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void ConnectionEntryTest::aTryForgetsWhatTheLastOneWas()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", hangUp());
    scene.is(failing(made()));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::AttemptFailed));
    scene.network.on("PUT /connections/11/reconnect", silence());
    QVERIFY(scene.send(reconnection()));
    QVERIFY(scene.entry->failClass().isEmpty());
    QVERIFY(scene.entry->failMessage().isEmpty());
    QVERIFY(scene.entry->stage().isEmpty());
    QVERIFY(scene.entry->attempt().isEmpty());
    QVERIFY(!scene.entry->error());
    QVERIFY(!scene.entry->wasFoundBack());
    QCOMPARE(scene.entry->connection().toString(), u"11"_s);
}

void ConnectionEntryTest::whatOthersDoIsNotItsAffair()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", silence());
    scene.network.on("PUT /connections/11/reconnect", apiError("CredentialsNotMatch"));
    scene.network.on("PUT /connections/11", apiError("ConnectionDisabled"));
    ConnectionEntry second(*scene.workspace);
    QVERIFY(scene.send(newConnection()));
    QVERIFY(second.send(reconnection(), {}, scene.bank));
    QTRY_COMPARE(second.state(), State::Refused);
    QVERIFY(scene.workspace->operations().update(api::ConnectionId(u"11"_s), {true, {}, {}}));
    QTRY_VERIFY(!scene.workspace->operations().isBusy(api::ConnectionId(u"11"_s)));
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.entry->state(), State::Sending);
    QVERIFY(!scene.entry->error());
    QCOMPARE(second.state(), State::Refused);
}

void ConnectionEntryTest::changedNeverComesFromWithinSend()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", apiError("ProviderInactive"));
    QVERIFY(scene.send(newConnection()));
    QCOMPARE(scene.changes, 0);
    QVERIFY(scene.waitFor(State::Refused));
    QCOMPARE(scene.states, (QStringList{u"Sending"_s, u"Refused"_s}));
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.changes, 2);
}

void ConnectionEntryTest::changedTellsOfTheSendingToo()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", silence());
    QVERIFY(scene.send(newConnection()));
    QTRY_COMPARE(scene.network.count(u"POST"_s), 1);
    QVERIFY(passIntervals(interval));
    // ConnectionEntry.h: changed comes whenever any of what is asked here is different. Sending is not told.
    QCOMPARE(scene.states, QStringList{u"Sending"_s});
}

QTEST_GUILESS_MAIN(ConnectionEntryTest)
#include "tst_connectionentry.moc"
