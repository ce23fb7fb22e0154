// SPDX-License-Identifier: Apache-2.0
#include "support/Browser.h"
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

FakeAnswer sessionAnswer(const QByteArray &connection = "13", const QByteArray &attempt = "79")
{
    return json(R"({"data":{"connection_id":")" + connection + R"(","attempt_id":")" + attempt +
                R"(","redirect_url":"https://bank.example/?state=1"}})");
}

struct Scene : EntryScene
{
    Scene()
    {
        bank.mode = {api::ProviderMode::OAuth, u"oauth"_s};
        network.on("POST /oauth_providers/create", sessionAnswer());
        network.on("POST /oauth_providers/reconnect", sessionAnswer("11", "78"));
    }
    [[nodiscard]] bool visit(const ConnectionChoices &choices = newConnection())
    {
        return entry->visitBank(choices, bank);
    }
    /// Shown, visited, and the page is known.
    [[nodiscard]] bool comeToBank()
    {
        is(made(u"start"_s, u"1"_s));
        return show() && visit() && waitFor(State::AtBank);
    }
    [[nodiscard]] QUrl returnTo() const { return returnAddressIn(network.lastBody(u"POST"_s)); }
};

} // namespace

/// Trying by way of the bank's own page.
class EntryVisitTest : public QObject
{
    Q_OBJECT

private slots:
    void aVisitIsFollowedToItsEnd();
    void aReconnectByVisitIsFollowedToItsEnd();
    void theStagesBeforeTheBankAreNotYetPastIt_data();
    void theStagesBeforeTheBankAreNotYetPastIt();
    void aVisitThatFailsSaysWhy();
    void anAnswerThatCouldNotBeHandedOnSaysWhy();
    void aRefusedVisitBeganNothing();
    void aLostVisitIsLookedUp_data();
    void aLostVisitIsLookedUp();
    void aLostVisitAgainIsNotDone();
    void aVisitThatNamesNoConnectionFollowsNone();
    void oneVisitAtATime();
    void aBusyConnectionIsNotVisited();
    void releasedItGoesOnAndThenDeletesItself();
    void anInteractiveBankOfModeApiIsGivenAReturnAddress_data();
    void anInteractiveBankOfModeApiIsGivenAReturnAddress();
    void theReturnAddressClosesWithTheAttempt();
    void aReturnAddressThatWasChosenStays();
    void theBrowserThatComesBackFromAQuestionIsSeen();
};

void EntryVisitTest::aVisitIsFollowedToItsEnd()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.is(made(u"start"_s, u"1"_s));
    QVERIFY(scene.visit());
    QCOMPARE(scene.entry->state(), State::Sending);
    QVERIFY(scene.entry->bankPage().isEmpty());
    QVERIFY(scene.waitFor(State::AtBank));
    QCOMPARE(scene.entry->bankPage().reveal().toByteArray(), QByteArray("https://bank.example/?state=1"));
    QCOMPARE(scene.entry->connection().toString(), u"13"_s);
    QCOMPARE(scene.entry->attempt().toString(), u"79"_s);
    QVERIFY(!scene.entry->isBack());
    // The reply names the connection only; the table has the whole.
    QTRY_COMPARE(scene.workspace->connections().total(), 2);
    Browser browser(scene.returnTo());
    QVERIFY(scene.waitFor(State::Following));
    QVERIFY(scene.entry->isBack());
    scene.is(made(u"finish"_s, u"3"_s));
    QVERIFY(scene.waitFor(State::Succeeded));
    QVERIFY(!scene.entry->error());
    QCOMPARE(scene.states, QStringList({u"Sending"_s, u"AtBank"_s, u"Following"_s, u"Succeeded"_s}));
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void EntryVisitTest::aReconnectByVisitIsFollowedToItsEnd()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.is(again(u"connect"_s, u"1"_s));
    QVERIFY(scene.visit(reconnection()));
    QVERIFY(scene.waitFor(State::AtBank));
    QVERIFY(scene.entry->before());
    QCOMPARE(scene.entry->attempt().toString(), u"78"_s);
    scene.is(again(u"finish"_s, u"3"_s));
    QVERIFY(scene.waitFor(State::Succeeded));
    QCOMPARE(scene.network.count(u"POST /oauth_providers/reconnect"_s), 1);
}

void EntryVisitTest::theStagesBeforeTheBankAreNotYetPastIt_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<bool>("past");
    QTest::newRow("start") << u"start"_s << false;
    QTest::newRow("connect") << u"connect"_s << false;
    QTest::newRow("interactive") << u"interactive"_s << true;
    QTest::newRow("fetch_accounts") << u"fetch_accounts"_s << true;
    QTest::newRow("a stage of the future") << u"teleport"_s << true;
}

void EntryVisitTest::theStagesBeforeTheBankAreNotYetPastIt()
{
    QFETCH(QString, stage);
    QFETCH(bool, past);
    Scene scene;
    QVERIFY(scene.comeToBank());
    scene.is(made(stage, u"5"_s));
    QTRY_COMPARE(scene.entry->stage(), stage);
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.entry->state(), past ? State::Following : State::AtBank);
    QVERIFY(!scene.entry->isBack());
}

void EntryVisitTest::aVisitThatFailsSaysWhy()
{
    Scene scene;
    QVERIFY(scene.comeToBank());
    ConnectionJson failed = made(u"finish"_s, u"3"_s);
    failed.errorClass = u"InteractiveTimeout"_s;
    scene.is(failed);
    QVERIFY(scene.waitFor(State::AttemptFailed));
    QCOMPARE(scene.entry->failClass(), u"InteractiveTimeout"_s);
    // A browser that comes back too late changes nothing of it.
    Browser browser(scene.returnTo());
    QTRY_VERIFY(scene.entry->isBack() || !isOpen(scene.returnTo()));
    QCOMPARE(scene.entry->state(), State::AttemptFailed);
}

void EntryVisitTest::anAnswerThatCouldNotBeHandedOnSaysWhy()
{
    Scene scene;
    scene.bank.identificationMode = u"client"_s;
    scene.network.on("PUT /oauth_providers/authorize", apiError("ConnectionAlreadyAuthorized"));
    QVERIFY(scene.comeToBank());
    Browser browser(scene.returnTo(), "code=1");
    QVERIFY(scene.waitFor(State::Following));
    QVERIFY(scene.entry->error());
    QCOMPARE(scene.entry->error()->errorClass, u"ConnectionAlreadyAuthorized"_s);
}

void EntryVisitTest::aRefusedVisitBeganNothing()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /oauth_providers/create", apiError("WrongProviderMode"));
    QVERIFY(scene.visit());
    QVERIFY(scene.waitFor(State::Refused));
    QCOMPARE(scene.entry->error()->errorClass, u"WrongProviderMode"_s);
    QVERIFY(scene.entry->connection().isEmpty());
    QVERIFY(scene.entry->bankPage().isEmpty());
    QCOMPARE(scene.workspace->poller().followed(), 0);
}

void EntryVisitTest::aLostVisitIsLookedUp_data()
{
    QTest::addColumn<FakeAnswer>("list");
    QTest::addColumn<State>("end");
    QTest::addColumn<QString>("connection");
    // Its page is lost with the answer, so the customer can't go on; another try is a reconnect of it.
    QTest::newRow("it is there") << listAnswer({ConnectionJson{}, made()}) << State::NotDone << u"13"_s;
    QTest::newRow("it is not") << listAnswer({ConnectionJson{}}) << State::NotDone << QString();
    QTest::newRow("nobody knows") << apiError("ClientDisabled", 403) << State::Unknown << QString();
}

void EntryVisitTest::aLostVisitIsLookedUp()
{
    QFETCH(FakeAnswer, list);
    QFETCH(State, end);
    QFETCH(QString, connection);
    Scene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /oauth_providers/create", hangUp());
    scene.network.on("GET /connections", list);
    scene.network.on("GET /connections/13", made().answer());
    QVERIFY(scene.visit());
    QVERIFY(scene.waitFor(end));
    QCOMPARE(scene.states, QStringList({u"Sending"_s, u"LookingBack"_s, nameOf(end)}));
    QCOMPARE(scene.entry->connection().toString(), connection);
    QCOMPARE(scene.entry->wasFoundBack(), !connection.isEmpty());
    QVERIFY(scene.entry->error()->outcomeUnknown);
    QVERIFY(scene.entry->bankPage().isEmpty());
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void EntryVisitTest::aLostVisitAgainIsNotDone()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /oauth_providers/reconnect", hangUp());
    QVERIFY(scene.visit(reconnection()));
    QVERIFY(scene.waitFor(State::NotDone));
    QVERIFY(scene.entry->error()->outcomeUnknown);
    QCOMPARE(scene.entry->connection().toString(), u"11"_s);
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void EntryVisitTest::aVisitThatNamesNoConnectionFollowsNone()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /oauth_providers/create",
                     json(R"({"data":{"redirect_url":"https://bank.example/?state=1"}})"));
    scene.is(made(u"connect"_s, u"2"_s));
    QVERIFY(scene.visit());
    QTRY_VERIFY(scene.entry->state() != State::Sending);
    QVERIFY(passIntervals(interval));
    // Such an attempt can't be watched: it has to be looked up in the customer's list, as after a lost answer. As it
    // is, its follower never ends, nor does a released entry, and each look that fails slows the poller for the others.
    QVERIFY(!scene.workspace->poller().isFollowing(api::ConnectionId()));
}

void EntryVisitTest::oneVisitAtATime()
{
    Scene scene;
    QVERIFY(scene.comeToBank());
    QVERIFY(!scene.visit());
    QVERIFY(!scene.visit(reconnection()));
    QVERIFY(!scene.send(newConnection()));
    QCOMPARE(scene.entry->state(), State::AtBank);
    QVERIFY(!scene.entry->bankPage().isEmpty());
    QCOMPARE(scene.network.count(u"POST"_s), 1);
}

void EntryVisitTest::aBusyConnectionIsNotVisited()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.network.on("PUT /connections/11/refresh", silence());
    QVERIFY(scene.workspace->operations().refresh(api::ConnectionId(u"11"_s)));
    // ConnectionEntry.h: false when the connection is busy; ConnectionOperations.h: one write at a time.
    QVERIFY(!scene.visit(reconnection()));
    QVERIFY(passIntervals(interval));
    QCOMPARE(scene.network.count(u"POST"_s), 0);
}

void EntryVisitTest::releasedItGoesOnAndThenDeletesItself()
{
    Scene scene;
    QVERIFY(scene.comeToBank());
    scene.entry->release();
    Browser browser(scene.returnTo());
    QVERIFY(scene.waitFor(State::Following));
    QVERIFY(scene.entry);
    scene.is(made(u"finish"_s, u"3"_s));
    QTRY_VERIFY(!scene.entry);
}

void EntryVisitTest::anInteractiveBankOfModeApiIsGivenAReturnAddress_data()
{
    QTest::addColumn<bool>("interactive");
    QTest::addColumn<bool>("reconnects");
    QTest::newRow("interactive") << true << false;
    QTest::newRow("interactive, again") << true << true;
    QTest::newRow("not interactive") << false << false;
}

void EntryVisitTest::anInteractiveBankOfModeApiIsGivenAReturnAddress()
{
    QFETCH(bool, interactive);
    QFETCH(bool, reconnects);
    Scene scene;
    QVERIFY(scene.show());
    scene.bank.mode = {api::ProviderMode::Api, u"api"_s};
    scene.bank.interactive = interactive;
    scene.network.on("POST /connections", made().answer());
    scene.network.on("PUT /connections/11/reconnect", again().answer());
    scene.is(reconnects ? again(u"connect"_s, u"2"_s) : made(u"connect"_s, u"2"_s));
    QVERIFY(scene.send(reconnects ? reconnection() : newConnection()));
    QVERIFY(scene.waitFor(State::Following));
    const QUrl address = returnAddressIn(scene.network.lastBody(u"P"_s));
    QCOMPARE(address.isEmpty(), !interactive);
    if (interactive) {
        QCOMPARE(address.host(), u"127.0.0.1"_s);
        QVERIFY(isOpen(address));
    }
}

void EntryVisitTest::theReturnAddressClosesWithTheAttempt()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.bank.mode = {api::ProviderMode::Api, u"api"_s};
    scene.bank.interactive = true;
    scene.network.on("POST /connections", made().answer());
    scene.is(made(u"connect"_s, u"2"_s));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::Following));
    const QUrl address = returnAddressIn(scene.network.lastBody(u"POST"_s));
    QVERIFY(isOpen(address));
    scene.is(made(u"finish"_s, u"3"_s));
    QVERIFY(scene.waitFor(State::Succeeded));
    QVERIFY(!isOpen(address));
}

void EntryVisitTest::aReturnAddressThatWasChosenStays()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.bank.mode = {api::ProviderMode::Api, u"api"_s};
    scene.bank.interactive = true;
    scene.network.on("POST /connections", apiError("ReturnURLInvalid"));
    ConnectionChoices choices = newConnection();
    choices.attempt.returnTo = u"https://own.example/back"_s;
    QVERIFY(scene.send(choices));
    QVERIFY(scene.waitFor(State::Refused));
    QCOMPARE(returnAddressIn(scene.network.lastBody(u"POST"_s)), QUrl(u"https://own.example/back"_s));
}

void EntryVisitTest::theBrowserThatComesBackFromAQuestionIsSeen()
{
    Scene scene;
    QVERIFY(scene.show());
    scene.bank.mode = {api::ProviderMode::Api, u"api"_s};
    scene.bank.interactive = true;
    scene.network.on("POST /connections", made().answer());
    scene.is(made(u"interactive"_s, u"2"_s));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::Following));
    const QUrl address = returnAddressIn(scene.network.lastBody(u"POST"_s));
    Browser browser(address);
    QTRY_VERIFY(browser.heard().startsWith("HTTP/1.1 200"));
    QVERIFY(passIntervals(interval));
    // ConnectionEntry.h: isBack() is "the browser came back from the bank".
    QVERIFY(scene.entry->isBack());
}

QTEST_GUILESS_MAIN(EntryVisitTest)
#include "tst_entryvisit.moc"
