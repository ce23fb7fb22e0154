// SPDX-License-Identifier: Apache-2.0
#include "support/EntryScene.h"
#include "testing/Intervals.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using State = ConnectionEntry::State;

namespace {

constexpr std::chrono::milliseconds interval{1};

} // namespace

/// A try that is no longer looked at, or whose customer is not.
class EntryReleaseTest : public QObject
{
    Q_OBJECT

private slots:
    void withAnotherCustomerInFrontItGoesOn();
    void releasedItGoesOnAndThenDeletesItself();
    void releasedBeforeOrAfterItDeletesItselfAtOnce_data();
    void releasedBeforeOrAfterItDeletesItselfAtOnce();
    void releasedWhileLookingBackItEndsToo();
    void theWorkspaceTakesItAlong_data();
    void theWorkspaceTakesItAlong();
};

void EntryReleaseTest::withAnotherCustomerInFrontItGoesOn()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.is(made(u"connect"_s, u"2"_s));
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::Following));
    scene.network.on("GET /customers", customerListAnswer(u"33"_s, u"helpdesk-3"_s));
    scene.network.on("GET /connections", emptyListAnswer());
    scene.workspace->scope().find(u"helpdesk-3"_s);
    QTRY_COMPARE(scene.workspace->scope().state(), CustomerScope::State::Empty);
    scene.network.on("GET /connections/13", failing(made()).answer());
    QVERIFY(scene.waitFor(State::AttemptFailed));
    QCOMPARE(scene.entry->failClass(), u"InvalidCredentials"_s);
    QCOMPARE(scene.workspace->connections().total(), 0);
}

void EntryReleaseTest::releasedItGoesOnAndThenDeletesItself()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", made().answer());
    scene.is(made(u"connect"_s, u"2"_s));
    QVERIFY(scene.send(newConnection()));
    scene.entry->release();
    QVERIFY(scene.waitFor(State::Following));
    QVERIFY(passIntervals(interval));
    QVERIFY(scene.entry);
    scene.is(made(u"finish"_s, u"3"_s));
    QTRY_VERIFY(!scene.entry);
    QCOMPARE(scene.states.last(), u"Succeeded"_s);
}

void EntryReleaseTest::releasedBeforeOrAfterItDeletesItselfAtOnce_data()
{
    QTest::addColumn<bool>("sent");
    QTest::newRow("nothing was sent") << false;
    QTest::newRow("it is over") << true;
}

void EntryReleaseTest::releasedBeforeOrAfterItDeletesItselfAtOnce()
{
    QFETCH(bool, sent);
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", apiError("ProviderInactive"));
    if (sent) {
        QVERIFY(scene.send(newConnection()));
        QVERIFY(scene.waitFor(State::Refused));
    }
    scene.entry->release();
    QVERIFY(scene.entry);
    QTRY_VERIFY(!scene.entry);
}

void EntryReleaseTest::releasedWhileLookingBackItEndsToo()
{
    EntryScene scene;
    QVERIFY(scene.show());
    scene.network.on("POST /connections", hangUp());
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(State::LookingBack));
    scene.entry->release();
    QTRY_VERIFY(!scene.entry);
    QCOMPARE(scene.states.last(), u"NotDone"_s);
}

void EntryReleaseTest::theWorkspaceTakesItAlong_data()
{
    QTest::addColumn<State>("during");
    QTest::newRow("sending") << State::Sending;
    QTest::newRow("looking back") << State::LookingBack;
    QTest::newRow("following") << State::Following;
}

void EntryReleaseTest::theWorkspaceTakesItAlong()
{
    QFETCH(State, during);
    EntryScene scene;
    QVERIFY(scene.show());
    const QMap<State, FakeAnswer> answers{
        {State::Sending, silence()}, {State::LookingBack, hangUp()}, {State::Following, made().answer()}};
    scene.network.on("POST /connections", answers[during]);
    scene.network.on("GET /connections", silence());
    scene.network.on("GET /connections/13", silence());
    QVERIFY(scene.send(newConnection()));
    QVERIFY(scene.waitFor(during));
    scene.workspace.reset();
    QVERIFY(!scene.entry);
    QVERIFY(passIntervals(interval));
}

QTEST_GUILESS_MAIN(EntryReleaseTest)
#include "tst_entryrelease.moc"
