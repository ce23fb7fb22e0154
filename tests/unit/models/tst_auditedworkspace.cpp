// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditTrail.h"
#include "support/Answers.h"
#include "support/RoutedNetwork.h"
#include "support/Trails.h"
#include "testing/Arrival.h"
#include "testing/ManualClock.h"
#include "workspace/Workspace.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const api::ConnectionId eleven(u"11"_s);
const api::CustomerId customer(u"22"_s);

/// Customer 22 has connection 11, in LIVE, with a trail.
struct AuditedScene
{
    explicit AuditedScene(const QString &profile = u"Bank A"_s)
        : trail(folder.path() + u"/audit.jsonl"_s, clock)
        , workspace(std::make_unique<Workspace>(network, endpointAt(QUrl(u"http://127.0.0.1:9/api/v5"_s)),
                                                Environment{.kind = EnvironmentKind::Live, .profileName = profile},
                                                clock, PollingPace{std::chrono::hours{1}, std::chrono::hours{1}},
                                                hastyLimits(), nullptr, &trail))
    {
        network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
        network.on("GET /consents", emptyListAnswer());
        network.on("GET /connections", listAnswer({ConnectionJson{}}));
        network.on("PUT /connections/11/refresh", ConnectionJson{}.answer());
    }

    [[nodiscard]] bool show()
    {
        workspace->scope().find(u"helpdesk-1"_s);
        return QTest::qWaitFor([this] { return !workspace->scope().isBusy(); }, 10'000);
    }
    [[nodiscard]] std::vector<AuditEntry> entries() const { return readAudit(contentsOf(trail.path()), {}).entries; }

    QTemporaryDir folder;
    ManualClock clock;
    RoutedNetwork network;
    AuditTrail trail;
    std::unique_ptr<Workspace> workspace;
};

} // namespace

class AuditedWorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aWriteIsRecordedWithItsCustomerAndReason();
    void aRevocationIsRecordedAndThenAllIsReadAgain();
    void unlockingAndLockingAreRecorded();
    void anUnsavedProfileIsCalledByItsHost();
    void aFollowedConnectionsCustomerIsKnownToo();
    void aWriteThatRunsAtTheEndIsRecordedAsUnknown();
    void forgettingRemovesAndIsRecorded();
    void forgettingSomebodyElseLeavesTheScope();
    void aForgettingThatCantBeRecordedSaysSo();
    void aStoreThatJoinedIsToldAndItsFailureShows();

private:
    QTemporaryDir m_settings;
};

void AuditedWorkspaceTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void AuditedWorkspaceTest::aWriteIsRecordedWithItsCustomerAndReason()
{
    AuditedScene scene;
    QVERIFY(scene.show());
    QVERIFY(scene.workspace->writeLock().unlock(u"ticket 4711"_s));
    QVERIFY(scene.workspace->operations().refresh(eleven));
    QTRY_COMPARE(scene.entries().size(), std::size_t(3));
    const AuditEntry asked = scene.entries()[1];
    QVERIFY(asked.event == AuditEvent::Asked);
    QCOMPARE(asked.operation, u"refresh"_s);
    QCOMPARE(asked.connection, u"11"_s);
    QCOMPARE(asked.customer, u"22"_s);
    QCOMPARE(asked.reason, u"ticket 4711"_s);
    QCOMPARE(asked.profile, u"Bank A"_s);
    QCOMPARE(scene.entries()[2].outcome, u"ok"_s);
}

void AuditedWorkspaceTest::aRevocationIsRecordedAndThenAllIsReadAgain()
{
    AuditedScene scene;
    const auto consents = [](const QByteArray &status) {
        return json(R"({"data":[{"id":"55","connection_id":"11","status":")" + status +
                    R"("}],"meta":{"next_id":null}})");
    };
    scene.network.on("GET /consents", consents("active"));
    scene.network.on("PUT /consents/55/revoke", json(R"({"data":{"id":"55","status":"revoked"}})"));
    QVERIFY(scene.show());
    scene.workspace->history().open(eleven);
    scene.workspace->history().want(ConnectionHistory::Part::Consents);
    QTRY_COMPARE(scene.workspace->history().consents().rowCount(), 1);
    QVERIFY(scene.workspace->connections().summary(eleven)->consent.kind == ConsentState::Kind::Active);
    QVERIFY(scene.workspace->writeLock().unlock(u"ticket 4711"_s));
    scene.network.on("GET /consents", consents("revoked"));
    // A list that is being read just now may be older than the write, so it is read once more.
    scene.workspace->readAgain();
    QVERIFY(scene.workspace->operations().revoke(eleven, api::ConsentId(u"55"_s)));
    QTRY_COMPARE(scene.entries().size(), std::size_t(3));
    QCOMPARE(scene.entries()[1].operation, u"consent revoke"_s);
    QCOMPARE(scene.entries()[1].connection, u"11"_s);
    QCOMPARE(scene.entries()[1].customer, u"22"_s);
    QCOMPARE(scene.entries()[1].reason, u"ticket 4711"_s);
    QCOMPARE(scene.entries()[2].outcome, u"ok"_s);
    QTRY_VERIFY(scene.workspace->connections().summary(eleven)->consent.kind == ConsentState::Kind::Ended);
    QTRY_COMPARE(scene.workspace->history().consents().index(0, 0).data().toString(), u"revoked"_s);
    QTRY_VERIFY(!scene.workspace->scope().isBusy());
    QCOMPARE(scene.network.count(u"GET /connections?"_s), 3);
}

void AuditedWorkspaceTest::unlockingAndLockingAreRecorded()
{
    AuditedScene scene;
    QVERIFY(scene.workspace->writeLock().unlock(u"4711"_s));
    scene.workspace->writeLock().lock();
    QCOMPARE(scene.entries().size(), std::size_t(2));
    QVERIFY(scene.entries()[0].event == AuditEvent::Unlocked);
    QCOMPARE(scene.entries()[0].reason, u"4711"_s);
    QVERIFY(scene.entries()[1].event == AuditEvent::Locked);
}

void AuditedWorkspaceTest::anUnsavedProfileIsCalledByItsHost()
{
    AuditedScene scene{QString()};
    QVERIFY(scene.workspace->writeLock().unlock(u"4711"_s));
    QCOMPARE(scene.entries().front().profile, u"127.0.0.1"_s);
}

void AuditedWorkspaceTest::aFollowedConnectionsCustomerIsKnownToo()
{
    AuditedScene scene;
    QVERIFY(scene.workspace->writeLock().unlock(u"4711"_s));
    scene.workspace->poller().follow(customer, eleven, api::AttemptId(u"77"_s));
    QVERIFY(scene.workspace->operations().refresh(eleven));
    QCOMPARE(scene.entries()[1].customer, u"22"_s);
}

void AuditedWorkspaceTest::aWriteThatRunsAtTheEndIsRecordedAsUnknown()
{
    AuditedScene scene;
    QVERIFY(scene.workspace->writeLock().unlock(u"4711"_s));
    scene.network.on("PUT /connections/11/refresh", silence());
    QVERIFY(scene.workspace->operations().refresh(eleven));
    QTRY_COMPARE(scene.network.open(), 1);
    QCOMPARE(scene.workspace->client().activeWrites(), 1);
    scene.workspace.reset();
    QCOMPARE(scene.entries().back().outcome, u"unknown: aborted"_s);
}

void AuditedWorkspaceTest::forgettingRemovesAndIsRecorded()
{
    AuditedScene scene;
    QVERIFY(scene.show());
    scene.workspace->poller().follow(customer, eleven, api::AttemptId(u"77"_s));
    QVERIFY(!QSettings().allKeys().isEmpty());
    const qsizetype sent = scene.network.sent().size();
    const ForgottenCustomer forgotten = scene.workspace->forgetCustomer(customer);
    QVERIFY(forgotten.isComplete());
    QVERIFY(!scene.workspace->scope().customer());
    QCOMPARE(scene.workspace->connections().total(), 0);
    QCOMPARE(scene.workspace->poller().followed(), 0);
    QVERIFY(QSettings().allKeys().isEmpty());
    QCOMPARE(scene.entries().size(), std::size_t(1));
    QVERIFY(scene.entries()[0].event == AuditEvent::Forgotten);
    QCOMPARE(scene.entries()[0].customer, u"22"_s);
    QCOMPARE(scene.entries()[0].outcome, u"ok"_s);
    QCOMPARE(scene.network.sent().size(), sent);
}

void AuditedWorkspaceTest::forgettingSomebodyElseLeavesTheScope()
{
    AuditedScene scene;
    QVERIFY(scene.show());
    QVERIFY(scene.workspace->forgetCustomer(api::CustomerId(u"23"_s)).isComplete());
    QVERIFY(scene.workspace->scope().customer());
    QCOMPARE(scene.workspace->connections().total(), 1);
}

void AuditedWorkspaceTest::aForgettingThatCantBeRecordedSaysSo()
{
    AuditedScene scene;
    QVERIFY(scene.show());
    QVERIFY(QDir().mkpath(scene.trail.path()));
    const ForgottenCustomer forgotten = scene.workspace->forgetCustomer(customer);
    QVERIFY(!forgotten.isComplete());
    QVERIFY(!forgotten.notRecorded.isEmpty());
    QVERIFY(!scene.workspace->scope().customer());
}

void AuditedWorkspaceTest::aStoreThatJoinedIsToldAndItsFailureShows()
{
    AuditedScene scene;
    const QStringList before = scene.workspace->traces().kinds();
    QCOMPARE(before.size(), 6);
    scene.workspace->traces().add(u"the notes"_s, [](const api::CustomerId &) { return false; });
    const ForgottenCustomer forgotten = scene.workspace->forgetCustomer(customer);
    QCOMPARE(forgotten.left, QStringList{u"the notes"_s});
    QCOMPARE(scene.entries()[0].outcome, u"incomplete"_s);
}

QTEST_GUILESS_MAIN(AuditedWorkspaceTest)
#include "tst_auditedworkspace.moc"
