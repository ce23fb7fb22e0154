// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultPlan.h"

#include <thread>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class FaultPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void aFaultConcernsItsRequests_data();
    void aFaultConcernsItsRequests();
    void aFaultIsUsedUp_data();
    void aFaultIsUsedUp();
    void faultsComeInTheirOrder();
    void clearForgetsThem();
    void manyThreadsShareIt();
};

void FaultPlanTest::aFaultConcernsItsRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("concerned");
    QTest::newRow("any") << QByteArray() << QString() << true;
    QTest::newRow("method") << QByteArray("PUT") << QString() << true;
    QTest::newRow("other method") << QByteArray("GET") << QString() << false;
    QTest::newRow("exact") << QByteArray() << u"/api/v5/connections/1/refresh"_s << true;
    QTest::newRow("part") << QByteArray() << u"/api/v5/connections"_s << false;
    QTest::newRow("star at the end") << QByteArray() << u"/api/v5/connections*"_s << true;
    QTest::newRow("star inside") << QByteArray("PUT") << u"/api/v5/connections/*/refresh"_s << true;
    QTest::newRow("star, other") << QByteArray("PUT") << u"/api/v5/connections/*/reconnect"_s << false;
    QTest::newRow("dots are dots") << QByteArray() << u"/api.v5*"_s << false;
}

void FaultPlanTest::aFaultConcernsItsRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, pattern);
    QFETCH(bool, concerned);
    FaultPlan plan;
    plan.add({.method = method, .path = pattern});
    QCOMPARE(plan.take("PUT", u"/api/v5/connections/1/refresh"_s).size(), concerned ? 1 : 0);
    QCOMPARE(plan.pending(), concerned ? 0 : 1);
}

void FaultPlanTest::aFaultIsUsedUp_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<int>("happened");
    QTest::newRow("once") << 1 << 1;
    QTest::newRow("thrice") << 3 << 3;
    QTest::newRow("always") << Fault::always << 10;
}

void FaultPlanTest::aFaultIsUsedUp()
{
    QFETCH(int, times);
    FaultPlan plan;
    plan.add({.times = times});
    int happened = 0;
    for (int i = 0; i < 10; ++i) {
        happened += static_cast<int>(plan.take("GET", u"/"_s).size());
    }
    QTEST(happened, "happened");
}

void FaultPlanTest::faultsComeInTheirOrder()
{
    FaultPlan plan;
    plan.add({.kind = FaultKind::Latency});
    plan.add({.kind = FaultKind::HangUp});
    const auto due = plan.take("GET", u"/"_s);
    QCOMPARE(due.size(), 2);
    QVERIFY(due[0].kind == FaultKind::Latency);
    QVERIFY(due[1].kind == FaultKind::HangUp);
}

void FaultPlanTest::clearForgetsThem()
{
    FaultPlan plan;
    plan.add({.times = Fault::always});
    plan.clear();
    QCOMPARE(plan.take("GET", u"/"_s).size(), 0);
}

void FaultPlanTest::manyThreadsShareIt()
{
    FaultPlan plan;
    plan.add({.times = 1000});
    std::atomic<int> happened = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 400; ++j) {
                happened += static_cast<int>(plan.take("GET", u"/"_s).size());
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(happened.load(), 1000);
}

QTEST_APPLESS_MAIN(FaultPlanTest)
#include "tst_faultplan.moc"
