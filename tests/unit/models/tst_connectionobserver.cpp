// SPDX-License-Identifier: Apache-2.0
#include "localhistory/ConnectionObserver.h"

#include "connections/ConnectionsModel.h"
#include "localhistory/LocalHistory.h"
#include "support/RowSpec.h"
#include "testing/ManualClock.h"
#include "transport/Secret.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const api::ConnectionId eleven(u"11"_s);

/// A table of connections whose history is kept in memory.
struct Scene
{
    void read(const QList<RowSpec> &rows, const QString &customer = u"222222222222222222"_s)
    {
        connections.beginReading(customerNamed(u"helpdesk-1"_s, customer));
        connections.addPage(pageOf(rows));
        connections.endReading(true);
        observer.observeAll(api::CustomerId(customer));
    }
    [[nodiscard]] ChangeReport reportOf(const api::ConnectionId &id)
    {
        auto future = history.changesSince(id, startOfTime()).future();
        const bool ended = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
        return ended ? future.result().value_or(ChangeReport{}) : ChangeReport{};
    }

    ManualClock clock;
    ConnectionsModel connections{clock};
    LocalHistory history{{}, clock};
    ConnectionObserver observer{connections, history};
};

} // namespace

class ConnectionObserverTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRowOfAReadingIsSeen();
    void aRowThatChangesIsSeenAgain();
    void aRowThatVanishesIsToldAsRemoved();
    void anotherCustomersListRemovesNobody();
    void whatWasRemovedWhileNobodyLookedIsToldAtTheNextReading();
    void sortingAndFilteringLosesNoSight();
    void manyRowsAreSeenFewAtATime();
    void noSecretOfAMessageIsKept();
};

void ConnectionObserverTest::everyRowOfAReadingIsSeen()
{
    Scene scene;
    scene.read({{.id = u"11"_s}, {.id = u"12"_s}});
    QTRY_VERIFY(scene.reportOf(eleven).firstSeen.isValid());
    QTRY_VERIFY(scene.reportOf(api::ConnectionId(u"12"_s)).firstSeen.isValid());
}

void ConnectionObserverTest::aRowThatChangesIsSeenAgain()
{
    Scene scene;
    scene.read({{.id = u"11"_s}});
    QTRY_VERIFY(scene.reportOf(eleven).firstSeen.isValid());
    scene.clock.advance(1h);
    scene.connections.updateRows(pageOf({{.id = u"11"_s, .status = u"inactive"_s}}));
    QTRY_COMPARE(scene.reportOf(eleven).changes.size(), 1U);
    QCOMPARE(scene.reportOf(eleven).changes.front().after, u"inactive"_s);
}

void ConnectionObserverTest::aRowThatVanishesIsToldAsRemoved()
{
    Scene scene;
    scene.read({{.id = u"11"_s}, {.id = u"12"_s}});
    QTRY_VERIFY(scene.reportOf(eleven).firstSeen.isValid());
    scene.clock.advance(1h);
    scene.connections.removeConnection(eleven);
    QTRY_COMPARE(scene.reportOf(eleven).changes.size(), 1U);
    QVERIFY(scene.reportOf(eleven).changes.front().field == ObservedField::Presence);
}

void ConnectionObserverTest::anotherCustomersListRemovesNobody()
{
    Scene scene;
    scene.read({{.id = u"11"_s}});
    QTRY_VERIFY(scene.reportOf(eleven).firstSeen.isValid());
    scene.clock.advance(1h);
    scene.read({{.id = u"31"_s, .customer = u"333333333333333333"_s}}, u"333333333333333333"_s);
    QTRY_VERIFY(scene.reportOf(api::ConnectionId(u"31"_s)).firstSeen.isValid());
    QVERIFY(scene.reportOf(eleven).changes.empty());
}

void ConnectionObserverTest::whatWasRemovedWhileNobodyLookedIsToldAtTheNextReading()
{
    Scene scene;
    scene.read({{.id = u"11"_s}, {.id = u"12"_s}});
    QTRY_VERIFY(scene.reportOf(eleven).firstSeen.isValid());
    scene.read({{.id = u"31"_s, .customer = u"333333333333333333"_s}}, u"333333333333333333"_s);
    scene.clock.advance(1h);
    scene.read({{.id = u"12"_s}});
    QTRY_COMPARE(scene.reportOf(eleven).changes.size(), 1U);
    QVERIFY(scene.reportOf(eleven).changes.front().field == ObservedField::Presence);
    QVERIFY(scene.reportOf(api::ConnectionId(u"12"_s)).changes.empty());
    QVERIFY(scene.reportOf(api::ConnectionId(u"31"_s)).changes.empty());
}

void ConnectionObserverTest::sortingAndFilteringLosesNoSight()
{
    Scene scene;
    QList<RowSpec> rows;
    for (int i = 0; i < 500; ++i) {
        rows << RowSpec{.id = QString::number(1000 + i), .bank = i % 2 == 0 ? u"Rabobank"_s : u"ING"_s};
    }
    scene.read(rows);
    scene.connections.setFilter(u"rabo"_s, Chip::All);
    QTRY_VERIFY(scene.reportOf(api::ConnectionId(u"1498"_s)).firstSeen.isValid());
    QTRY_VERIFY(scene.reportOf(api::ConnectionId(u"1499"_s)).firstSeen.isValid());
    scene.clock.advance(1h);
    scene.connections.removeConnection(api::ConnectionId(u"1498"_s));
    QTRY_COMPARE(scene.reportOf(api::ConnectionId(u"1498"_s)).changes.size(), 1U);
}

void ConnectionObserverTest::manyRowsAreSeenFewAtATime()
{
    Scene scene;
    QList<RowSpec> rows;
    for (int i = 0; i < 1000; ++i) {
        rows << RowSpec{.id = QString::number(1000 + i)};
    }
    QSignalSpy changed(&scene.history, &LocalHistory::changed);
    scene.read(rows);
    QVERIFY(changed.isEmpty());
    QTRY_VERIFY(changed.count() >= 5);
    QTRY_VERIFY(scene.reportOf(api::ConnectionId(u"1999"_s)).firstSeen.isValid());
}

void ConnectionObserverTest::noSecretOfAMessageIsKept()
{
    const api::Secret secret(QByteArray("correct-horse-battery"));
    Scene scene;
    scene.read({{.id = u"11"_s}});
    QTRY_VERIFY(scene.reportOf(eleven).firstSeen.isValid());
    scene.clock.advance(1h);
    scene.connections.updateRows(pageOf({{.id = u"11"_s,
                                          .finished = true,
                                          .errorClass = u"InvalidCredentials"_s,
                                          .failMessage = u"wrong: correct-horse-battery"_s,
                                          .failedAgo = 1min}}));
    QTRY_VERIFY(scene.reportOf(eleven).changes.size() >= 2);
    const auto changes = scene.reportOf(eleven).changes;
    const auto message = std::ranges::find(changes, ObservedField::FailureMessage, &FieldChange::field);
    QVERIFY(message != changes.end());
    QCOMPARE(message->after, u"wrong: •••"_s);
}

QTEST_GUILESS_MAIN(ConnectionObserverTest)

#include "tst_connectionobserver.moc"
