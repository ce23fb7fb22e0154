// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditCodec.h"
#include "audit/AuditTrail.h"
#include "audit/AuditWitness.h"
#include "support/Bench.h"
#include "support/Trails.h"
#include "testing/EveryWrite.h"
#include "testing/SecretWrites.h"

#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using testing::EveryWrite;

Q_DECLARE_METATYPE(EveryWrite)

namespace {

api::WriteIntent aCreation()
{
    return {1, api::Method::Post, u"connections"_s, {}, {}};
}

/// A trail in a folder of its own, and a client whose writes it witnesses.
struct TrailScene
{
    TrailScene()
        : trail(folder.path() + u"/own/audit.jsonl"_s, clock)
        , witness(&trail, {.profile = u"Bank A"_s,
                           .environment = EnvironmentKind::Live,
                           .reason = [this] { return reason; },
                           .customerOf = [](const QString &id) { return id == u"111" ? u"222"_s : QString(); }})
    {
        client = std::make_unique<api::ApiClient>(network, endpointAt(QUrl(u"http://127.0.0.1:9/api/v5"_s)), clock,
                                                  hastyLimits());
        client->setWriteWitness(&witness);
    }

    [[nodiscard]] std::vector<AuditEntry> entries() const { return readAudit(contentsOf(trail.path()), {}).entries; }
    [[nodiscard]] AuditVerdict verdict() const
    {
        return readAudit(contentsOf(trail.path()), readAuditHead(trail.path())).verdict;
    }
    /// From now on nothing can be written there.
    void obstruct()
    {
        QVERIFY(QDir(folder.path() + u"/own"_s).removeRecursively());
        overwrite(folder.path() + u"/own"_s, "a file");
    }

    QTemporaryDir folder;
    ManualClock clock;
    FakeNetwork network;
    QString reason = u"ticket 4711"_s;
    AuditTrail trail;
    AuditWitness witness;
    std::unique_ptr<api::ApiClient> client;
};

} // namespace

class AuditTrailTest : public QObject
{
    Q_OBJECT

private:
    static void writes()
    {
        QTest::addColumn<EveryWrite>("write");
        for (const EveryWrite &write : everyWrite()) {
            QTest::newRow(write.name) << write;
        }
    }

private slots:
    void everyWriteLeavesTwoEntries_data() { writes(); }
    void everyWriteLeavesTwoEntries();
    void theFirstIsThereBeforeAnythingLeaves();
    void whatCantBeWrittenDownDoesNotLeave_data() { writes(); }
    void whatCantBeWrittenDownDoesNotLeave();
    void aLockedWriteIsRefusedInTheTrailToo();
    void theOutcomeIsThatOfTheApi();
    void aWriteThatEndsWithItsClientIsUnknown();
    void aReasonThatEndsMeanwhileIsStillTheWrites();
    void anOutcomeThatCantBeWrittenIsTold();
    void noSecretIsEverWritten_data();
    void noSecretIsEverWritten();
    void aServerThatRepeatsASecretIsNotQuoted();
    void theLockIsWrittenDown();
    void forgettingIsWrittenDown();
    void withoutATrailNothingIsRefused();
    void verifyingTellsOnce();
    void aBrokenTrailIsTold();
    void itLiesInTheUsersOwnData();
    void theActorIsTheSystems();
};

void AuditTrailTest::everyWriteLeavesTwoEntries()
{
    QFETCH(const EveryWrite, write);
    TrailScene scene;
    scene.network.answerJson(write.answer);
    QVERIFY(!write.send(*scene.client));
    const std::vector<AuditEntry> entries = scene.entries();
    QCOMPARE(entries.size(), std::size_t(2));
    const AuditEntry &asked = entries[0];
    QVERIFY(asked.event == AuditEvent::Asked);
    QCOMPARE(asked.time, scene.clock.now());
    QCOMPARE(asked.profile, u"Bank A"_s);
    QVERIFY(asked.environment == EnvironmentKind::Live);
    QCOMPARE(asked.reason, u"ticket 4711"_s);
    QCOMPARE(asked.user, AuditActor::current().user);
    QVERIFY(!asked.operation.isEmpty());
    // The connection's customer is filled in from what is known here.
    const QByteArray wire = write.target + write.body;
    QCOMPARE(asked.connection, wire.contains("111") ? u"111"_s : QString());
    QCOMPARE(asked.customer, wire.contains("222") || wire.contains("111") ? u"222"_s : QString());
    QVERIFY(entries[1].event == AuditEvent::Ended);
    QCOMPARE(entries[1].about, asked.number);
    QCOMPARE(entries[1].outcome, u"ok"_s);
    QCOMPARE(entries[1].operation, asked.operation);
    QVERIFY(scene.verdict().isIntact());
}

void AuditTrailTest::theFirstIsThereBeforeAnythingLeaves()
{
    TrailScene scene;
    QVERIFY(!scene.witness.admit(aCreation()));
    QCOMPARE(scene.entries().size(), std::size_t(1));
    QVERIFY(scene.entries().front().event == AuditEvent::Asked);
}

void AuditTrailTest::whatCantBeWrittenDownDoesNotLeave()
{
    QFETCH(const EveryWrite, write);
    TrailScene scene;
    QVERIFY(scene.trail.record({}));
    scene.obstruct();
    QSignalSpy lost(&scene.trail, &AuditTrail::notRecorded);
    const std::optional<api::ApiError> error = write.send(*scene.client);
    QVERIFY(error);
    QVERIFY(error->objected);
    QVERIFY2(error->message.contains(u"nothing was sent") && error->message.contains(u"try again"),
             qPrintable(error->message));
    QVERIFY(scene.network.sent().isEmpty());
    QCOMPARE(lost.size(), 1);
}

void AuditTrailTest::aLockedWriteIsRefusedInTheTrailToo()
{
    TrailScene scene;
    scene.client->setReadOnly(true);
    scene.reason.clear();
    QVERIFY(everyWrite().front().send(*scene.client));
    QVERIFY(scene.network.sent().isEmpty());
    const std::vector<AuditEntry> entries = scene.entries();
    QCOMPARE(entries.size(), std::size_t(2));
    QVERIFY(entries[1].event == AuditEvent::Refused);
    QCOMPARE(entries[1].outcome, u"locked"_s);
}

void AuditTrailTest::theOutcomeIsThatOfTheApi()
{
    TrailScene scene;
    scene.network.answerJson(
        R"({"error":{"class":"CustomerLocked","message":"No.","request_id":"5a1f6b2e-0d5c-4b0e"}})", 400);
    QVERIFY(everyWrite().front().send(*scene.client));
    QCOMPARE(scene.entries().back().outcome, u"CustomerLocked"_s);
    QCOMPARE(scene.entries().back().requestId, u"5a1f6b2e-0d5c-4b0e"_s);
    // The network's queue is empty: a breakdown of the server.
    QVERIFY(everyWrite().front().send(*scene.client));
    QCOMPARE(scene.entries().back().outcome, u"unknown: server fault"_s);
}

void AuditTrailTest::aWriteThatEndsWithItsClientIsUnknown()
{
    TrailScene scene;
    FakeAnswer silence;
    silence.hangs = true;
    scene.network.answer(silence);
    QTimer::singleShot(0, this, [&scene] { scene.client.reset(); });
    QVERIFY(everyWrite().front().send(*scene.client));
    QCOMPARE(scene.entries().size(), std::size_t(2));
    QCOMPARE(scene.entries().back().outcome, u"unknown: aborted"_s);
}

void AuditTrailTest::aReasonThatEndsMeanwhileIsStillTheWrites()
{
    TrailScene scene;
    const api::WriteIntent intent = aCreation();
    QVERIFY(!scene.witness.admit(intent));
    scene.reason.clear();
    scene.witness.ended(intent, std::nullopt);
    QCOMPARE(scene.entries().back().reason, u"ticket 4711"_s);
}

void AuditTrailTest::anOutcomeThatCantBeWrittenIsTold()
{
    TrailScene scene;
    const api::WriteIntent intent = aCreation();
    QVERIFY(!scene.witness.admit(intent));
    scene.obstruct();
    QSignalSpy lost(&scene.trail, &AuditTrail::notRecorded);
    scene.witness.ended(intent, std::nullopt);
    QCOMPARE(lost.size(), 1);
}

void AuditTrailTest::noSecretIsEverWritten_data()
{
    QTest::addColumn<EveryWrite>("write");
    for (const EveryWrite &write : secretWrites()) {
        QTest::newRow(write.name) << write;
    }
    for (const EveryWrite &write : everyWrite()) {
        QTest::addRow("plain %s", write.name) << write;
    }
}

/// In every ending: success, the API's no, a breakdown.
void AuditTrailTest::noSecretIsEverWritten()
{
    QFETCH(const EveryWrite, write);
    TrailScene scene;
    scene.network.answerJson(write.answer);
    std::ignore = write.send(*scene.client);
    scene.network.answerJson(R"({"error":{"class":"InvalidCredentials","message":"No."}})", 400);
    std::ignore = write.send(*scene.client);
    std::ignore = write.send(*scene.client);
    QCOMPARE(scene.entries().size(), std::size_t(6));
    const QByteArray all = contentsOf(scene.trail.path()) + contentsOf(auditHeadPath(scene.trail.path()));
    for (const char *canary : {canaryCredential, canarySecret, "canary"}) {
        QVERIFY2(!all.contains(canary), all.constData());
    }
}

void AuditTrailTest::aServerThatRepeatsASecretIsNotQuoted()
{
    TrailScene scene;
    scene.network.answerJson(
        R"({"error":{"class":"Wrong password: hunter2","message":"hunter2","request_id":"hunter2 !"}})", 400);
    QVERIFY(everyWrite().front().send(*scene.client));
    QVERIFY(!contentsOf(scene.trail.path()).contains("hunter2"));
    QCOMPARE(scene.entries().back().outcome, u"?"_s);
}

void AuditTrailTest::theLockIsWrittenDown()
{
    TrailScene scene;
    scene.witness.noteUnlocked(u"4711"_s);
    scene.witness.noteLocked();
    QVERIFY(scene.entries()[0].event == AuditEvent::Unlocked);
    QCOMPARE(scene.entries()[0].reason, u"4711"_s);
    QVERIFY(scene.entries()[1].event == AuditEvent::Locked);
}

void AuditTrailTest::forgettingIsWrittenDown()
{
    TrailScene scene;
    QVERIFY(scene.witness.noteForgotten(u"222"_s, true));
    QVERIFY(scene.witness.noteForgotten(u"223"_s, false));
    QVERIFY(scene.entries()[0].event == AuditEvent::Forgotten);
    QCOMPARE(scene.entries()[0].customer, u"222"_s);
    QCOMPARE(scene.entries()[0].outcome, u"ok"_s);
    QCOMPARE(scene.entries()[1].outcome, u"incomplete"_s);
    scene.obstruct();
    QVERIFY(!scene.witness.noteForgotten(u"222"_s, true));
}

void AuditTrailTest::withoutATrailNothingIsRefused()
{
    AuditWitness witness(nullptr, {});
    const api::WriteIntent intent = aCreation();
    QVERIFY(!witness.admit(intent));
    witness.ended(intent, std::nullopt);
    witness.noteUnlocked(u"4711"_s);
    witness.noteLocked();
    QVERIFY(witness.noteForgotten(u"222"_s, true));
}

void AuditTrailTest::verifyingTellsOnce()
{
    TrailScene scene;
    QSignalSpy verified(&scene.trail, &AuditTrail::verified);
    QVERIFY(!scene.trail.verdict());
    scene.trail.verify();
    QTRY_COMPARE(verified.size(), 1);
    QVERIFY(scene.trail.verdict()->isIntact());
    QCOMPARE(scene.trail.verdict()->entries, 0);
    QVERIFY(scene.trail.record({}));
    scene.trail.verify();
    QTRY_COMPARE(verified.size(), 2);
    QCOMPARE(scene.trail.verdict()->entries, 1);
}

void AuditTrailTest::aBrokenTrailIsTold()
{
    TrailScene scene;
    QVERIFY(scene.trail.record({}) && scene.trail.record({}));
    QByteArray altered = contentsOf(scene.trail.path());
    altered.replace("asked", "ended");
    overwrite(scene.trail.path(), altered);
    scene.trail.verify();
    QTRY_VERIFY(scene.trail.verdict());
    QCOMPARE(int(scene.trail.verdict()->flaw->kind), int(AuditFlaw::Kind::Altered));
    QCOMPARE(scene.trail.verdict()->flaw->number, quint64(1));
    // It is shown, and the work goes on.
    QVERIFY(scene.trail.record({}));
}

void AuditTrailTest::itLiesInTheUsersOwnData()
{
    QVERIFY(
        AuditTrail::defaultPath().startsWith(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)));
    QVERIFY(AuditTrail::defaultPath().endsWith(u"/audit.jsonl"));
}

void AuditTrailTest::theActorIsTheSystems()
{
    const QByteArray claimed = qgetenv("USER");
    qputenv("USER", "somebody-else");
    QVERIFY(AuditActor::current().user != u"somebody-else");
    QVERIFY(!AuditActor::current().user.isEmpty());
    qputenv("USER", claimed);
}

QTEST_GUILESS_MAIN(AuditTrailTest)
#include "tst_audittrail.moc"
