// SPDX-License-Identifier: Apache-2.0
#include "state/State.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class SandboxStateTest : public QObject
{
    Q_OBJECT

private slots:
    void idsAscend();
    void idsAreOrderedAsNumbers_data();
    void idsAreOrderedAsNumbers();
    void objectsAreFoundByIdAndOwner();
    void removalLeavesTheConsentRevoked();
    void removingACustomerTakesItsOwnAlong();
    void visitsAreFoundByTokenAndAttempt();
    void consentsSettle_data();
    void consentsSettle();
};

void SandboxStateTest::idsAscend()
{
    State state;
    State again;
    QString former;
    for (int i = 0; i < 5000; ++i) {
        const QString id = state.nextId();
        QCOMPARE(id.size(), 19);
        QVERIFY(IdOrder()(former, id));
        QCOMPARE(again.nextId(), id);
        former = id;
    }
}

void SandboxStateTest::idsAreOrderedAsNumbers_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("before");
    QTest::newRow("digits") << u"1"_s << u"2"_s << true;
    QTest::newRow("same") << u"2"_s << u"2"_s << false;
    QTest::newRow("longer") << u"9"_s << u"10"_s << true;
    QTest::newRow("shorter") << u"10"_s << u"9"_s << false;
    QTest::newRow("18 and 19") << u"999999999999999999"_s << u"1000000000000000000"_s << true;
    QTest::newRow("empty") << u""_s << u"0"_s << true;
}

void SandboxStateTest::idsAreOrderedAsNumbers()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QTEST(IdOrder()(left, right), "before");
}

void SandboxStateTest::objectsAreFoundByIdAndOwner()
{
    State state;
    state.add(Customer{.id = u"1"_s, .identifier = u"a"_s, .createdAt = {}, .updatedAt = {}});
    state.add(
        Connection{.id = u"10"_s, .customerId = u"1"_s, .providerCode = u"b"_s, .createdAt = {}, .updatedAt = {}});
    state.add(Connection{.id = u"9"_s, .customerId = u"1"_s, .providerCode = u"b"_s, .createdAt = {}, .updatedAt = {}});
    QCOMPARE(state.customer(u"1"_s)->identifier, u"a"_s);
    QVERIFY(state.customer(u"2"_s) == nullptr);
    QCOMPARE(state.connection(u"10"_s)->id, u"10"_s);
    QVERIFY(state.connection(u"11"_s) == nullptr);
    const State::Ids &ids = state.connectionsOf(u"1"_s);
    QCOMPARE(QStringList(ids.begin(), ids.end()), (QStringList{u"9"_s, u"10"_s}));
    QVERIFY(state.connectionsOf(u"2"_s).empty());
}

void SandboxStateTest::removalLeavesTheConsentRevoked()
{
    State state;
    const Instant at(std::chrono::seconds(50));
    state.add(Connection{.id = u"9"_s, .customerId = u"1"_s, .providerCode = u"b"_s, .createdAt = {}, .updatedAt = {}});
    state.add(Consent{.id = u"5"_s, .connectionId = u"9"_s, .customerId = u"1"_s, .createdAt = {}, .updatedAt = {}});
    state.removeConnection(u"9"_s, at);
    QVERIFY(state.connection(u"9"_s) == nullptr);
    QVERIFY(state.wasRemoved(u"9"_s));
    QVERIFY(state.connectionsOf(u"1"_s).empty());
    QVERIFY(state.consent(u"5"_s)->revokedAt == at);
    state.removeConnection(u"9"_s, at);
}

void SandboxStateTest::removingACustomerTakesItsOwnAlong()
{
    State state;
    for (const QString &id : {u"1"_s, u"2"_s}) {
        state.add(Customer{.id = id, .identifier = id, .createdAt = {}, .updatedAt = {}});
        state.add(
            Connection{.id = u"9"_s + id, .customerId = id, .providerCode = u"b"_s, .createdAt = {}, .updatedAt = {}});
    }
    state.removeCustomer(u"1"_s, {});
    QVERIFY(state.customer(u"1"_s) == nullptr && state.connection(u"91"_s) == nullptr);
    QVERIFY(state.customer(u"2"_s) != nullptr && state.connection(u"92"_s) != nullptr);
    state.removeCustomer(u"1"_s, {});
    QCOMPARE(state.customers().size(), std::size_t(1));
}

void SandboxStateTest::visitsAreFoundByTokenAndAttempt()
{
    State state;
    state.add(BankVisit{.token = u"t"_s, .connectionId = u"9"_s, .attemptId = u"7"_s, .code = {}, .state = {}});
    QCOMPARE(state.visit(u"t"_s)->connectionId, u"9"_s);
    QCOMPARE(state.visitOf(u"7"_s)->token, u"t"_s);
    QVERIFY(state.visit(u"7"_s) == nullptr && state.visitOf(u"t"_s) == nullptr);
    state.visit(u"t"_s)->decided = true;
    QVERIFY(state.visitOf(u"7"_s)->decided);
    QVERIFY(state.connectSession(u"t"_s) == nullptr);
}

void SandboxStateTest::consentsSettle_data()
{
    QTest::addColumn<int>("now");
    QTest::addColumn<bool>("active");
    QTest::newRow("before") << 99 << true;
    QTest::newRow("on the dot") << 100 << false;
    QTest::newRow("after") << 500 << false;
}

void SandboxStateTest::consentsSettle()
{
    QFETCH(int, now);
    QFETCH(bool, active);
    State state;
    const Instant expiry(std::chrono::seconds(100));
    state.add(Consent{.id = u"5"_s, .expiresAt = expiry, .createdAt = {}, .updatedAt = {}});
    state.settleConsents(Instant(std::chrono::seconds(now)));
    QCOMPARE(state.consent(u"5"_s)->active(), active);
    if (!active) {
        QVERIFY(state.consent(u"5"_s)->revokedAt == expiry);
        QCOMPARE(state.consent(u"5"_s)->revokeReason, u"expired"_s);
    }
}

QTEST_APPLESS_MAIN(SandboxStateTest)
#include "tst_sandboxstate.moc"
