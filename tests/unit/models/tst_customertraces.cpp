// SPDX-License-Identifier: Apache-2.0
#include "following/FollowedLedger.h"
#include "privacy/CustomerTraces.h"
#include "support/QueueScene.h"

#include "customer/CustomerScope.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const api::CustomerId gone(u"22"_s);
const api::CustomerId other(u"220"_s);

} // namespace

/// The list of forgetters, and those who forget.
class CustomerTracesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyStoreIsReached();
    void aStoreThatFailsDoesNotSpareTheOthers();
    void thePollerStopsAndItsListenersLearn();
    void thePollerKeepsTheOthers();
    void theLedgerForgetsUnderEveryAccount();
    void theQueueForgetsQuestionsAndLabel();
    void theQueueKeepsTheQuestionsOfOthers();
    void aClosedScopeShowsNobody();
    void aScopeThatIsClosedWhileItReadsStopsReading();

private:
    QTemporaryDir m_folder;
};

void CustomerTracesTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void CustomerTracesTest::init()
{
    QSettings().clear();
}

void CustomerTracesTest::everyStoreIsReached()
{
    CustomerTraces traces;
    QStringList forgotten;
    for (const QString &store : {u"notes"_s, u"history"_s}) {
        traces.add(store, [&forgotten, store](const api::CustomerId &customer) {
            forgotten << store + u' ' + customer.toString();
            return true;
        });
    }
    QCOMPARE(traces.kinds(), (QStringList{u"notes"_s, u"history"_s}));
    QVERIFY(traces.forget(gone).isEmpty());
    QCOMPARE(forgotten, (QStringList{u"notes 22"_s, u"history 22"_s}));
}

void CustomerTracesTest::aStoreThatFailsDoesNotSpareTheOthers()
{
    CustomerTraces traces;
    int reached = 0;
    traces.add(u"notes"_s, [](const api::CustomerId &) { return false; });
    traces.add(u"history"_s, [&reached](const api::CustomerId &) { return ++reached > 0; });
    QCOMPARE(traces.forget(gone), QStringList{u"notes"_s});
    QCOMPARE(reached, 1);
}

void CustomerTracesTest::thePollerStopsAndItsListenersLearn()
{
    Bench bench;
    AttemptPoller poller(bench.client, {1h, 1h});
    AttemptFollower &first = poller.follow(gone, api::ConnectionId(u"11"_s), api::AttemptId(u"77"_s));
    poller.follow(gone, api::ConnectionId(u"12"_s), api::AttemptId(u"78"_s));
    QSignalSpy vanished(&first, &AttemptFollower::vanished);
    QSignalSpy changed(&poller, &AttemptPoller::followedChanged);
    poller.forget(gone);
    QCOMPARE(vanished.size(), 1);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(poller.followed(), 0);
    poller.forget(gone);
    QVERIFY(bench.network.sent().isEmpty());
}

void CustomerTracesTest::thePollerKeepsTheOthers()
{
    Bench bench;
    AttemptPoller poller(bench.client, {1h, 1h});
    poller.follow(gone, api::ConnectionId(u"11"_s), api::AttemptId(u"77"_s));
    poller.follow(other, api::ConnectionId(u"12"_s), api::AttemptId(u"78"_s));
    poller.forget(gone);
    QCOMPARE(poller.followed(), 1);
    QVERIFY(poller.isFollowing(api::ConnectionId(u"12"_s)));
}

void CustomerTracesTest::theLedgerForgetsUnderEveryAccount()
{
    QSettings().setValue(u"following/one"_s,
                         QStringList{u"22 11 77 2026-11-23T10:00:00Z"_s, u"220 12 78 2026-11-23T10:00:00Z"_s});
    QSettings().setValue(u"following/two"_s, QStringList{u"22 13 79 2026-11-23T10:00:00Z"_s});
    QSettings().setValue(u"connecting/country"_s, u"XF"_s);
    QVERIFY(FollowedLedger::forget(gone));
    QCOMPARE(QSettings().value(u"following/one"_s).toStringList(), QStringList{u"220 12 78 2026-11-23T10:00:00Z"_s});
    QVERIFY(!QSettings().contains(u"following/two"_s));
    QVERIFY(QSettings().contains(u"connecting/country"_s));
    QVERIFY(FollowedLedger::forget(gone));
}

void CustomerTracesTest::theQueueForgetsQuestionsAndLabel()
{
    QueueScene scene;
    scene.queue->learnLabel(gone, u"helpdesk-1"_s);
    QVERIFY(scene.begin());
    scene.queue->forget(gone);
    QVERIFY(scene.queue->waiting().empty());
    QCOMPARE(scene.reasons, QList<QuestionQueue::Withdrawal>{QuestionQueue::Withdrawal::Gone});
    // What comes up later is called by the id alone.
    scene.poller.stopFollowing(api::ConnectionId(u"11"_s));
    QVERIFY(scene.begin());
    QVERIFY(scene.wait(2));
    QCOMPARE(scene.asked.last().customerLabel, u"22"_s);
}

void CustomerTracesTest::theQueueKeepsTheQuestionsOfOthers()
{
    QueueScene scene;
    QVERIFY(scene.begin());
    scene.queue->forget(other);
    QCOMPARE(scene.queue->waiting().size(), std::size_t(1));
    QVERIFY(scene.reasons.isEmpty());
}

void CustomerTracesTest::aClosedScopeShowsNobody()
{
    Bench bench;
    bench.network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
    bench.network.on("GET /consents", emptyListAnswer());
    bench.network.on("GET /connections", listAnswer({ConnectionJson{}}));
    CustomerScope scope(bench.client, bench.connections);
    scope.find(u"helpdesk-1"_s);
    QTRY_VERIFY(!scope.isBusy() && scope.customer());
    QSignalSpy changed(&scope, &CustomerScope::changed);
    scope.close();
    QCOMPARE(scope.state(), CustomerScope::State::NotSearched);
    QVERIFY(!scope.customer());
    QVERIFY(scope.searchedFor().isEmpty());
    QVERIFY(scope.customerLabel().isEmpty());
    QVERIFY(!scope.readAt().isValid());
    QCOMPARE(bench.connections.total(), 0);
    QVERIFY(!changed.isEmpty());
}

void CustomerTracesTest::aScopeThatIsClosedWhileItReadsStopsReading()
{
    Bench bench;
    bench.network.on("GET /customers", silence());
    CustomerScope scope(bench.client, bench.connections);
    scope.find(u"helpdesk-1"_s);
    QTRY_COMPARE(bench.network.open(), 1);
    scope.close();
    QTRY_COMPARE(bench.network.open(), 0);
    QCOMPARE(scope.state(), CustomerScope::State::NotSearched);
    Bench keyless(false);
    CustomerScope unset(keyless.client, keyless.connections);
    unset.close();
    QCOMPARE(unset.state(), CustomerScope::State::NotConfigured);
}

QTEST_GUILESS_MAIN(CustomerTracesTest)
#include "tst_customertraces.moc"
