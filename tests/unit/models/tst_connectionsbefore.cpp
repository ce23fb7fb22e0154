// SPDX-License-Identifier: Apache-2.0
#include "operations/ConnectionOperations.h"
#include "operations/ConnectionsBefore.h"
#include "support/Bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const api::ConnectionId eleven(u"11"_s);

/// Connection 11 is shown, inactive, with attempt 77.
struct Scene
{
    Scene()
        : operations(bench.client, bench.connections)
        , before(operations, bench.connections)
        , ended(&operations, &ConnectionOperations::ended)
    {
        show(u"22"_s, {{.id = u"11"_s, .status = u"inactive"_s}});
    }
    void show(const QString &customer, const QList<ConnectionJson> &connections)
    {
        api::Customer shown;
        shown.id = api::CustomerId(customer);
        bench.connections.beginReading(shown);
        bench.connections.addPage(*api::decodeConnectionPage(listAnswer(connections).body));
        bench.connections.endReading(true);
    }
    void refresh()
    {
        bench.network.on("PUT /connections/11/refresh",
                         ConnectionJson{.id = u"11"_s, .attempt = u"78"_s, .stage = u"start"_s}.answer());
        operations.refresh(eleven);
    }

    Bench bench;
    ConnectionOperations operations;
    ConnectionsBefore before;
    QSignalSpy ended;
};

} // namespace

class ConnectionsBeforeTest : public QObject
{
    Q_OBJECT

private slots:
    void whatStoodBeforeARefreshIsKept()
    {
        Scene scene;
        QVERIFY(scene.before.of(eleven) == nullptr);
        scene.refresh();
        QTRY_COMPARE(scene.ended.size(), 1);
        QVERIFY(scene.before.of(eleven) != nullptr);
        QCOMPARE(scene.before.of(eleven)->statusText, u"inactive"_s);
        QCOMPARE(scene.before.of(eleven)->attemptId.toString(), u"77"_s);
        QCOMPARE(scene.bench.connections.summary(eleven)->attemptId.toString(), u"78"_s);
    }

    void whatDidNotBeginLeavesNothing()
    {
        Scene scene;
        scene.bench.network.on("PUT /connections/11/refresh", apiError("ConnectionCannotBeRefreshed", 406));
        scene.operations.refresh(eleven);
        QTRY_COMPARE(scene.ended.size(), 1);
        QVERIFY(scene.before.of(eleven) == nullptr);
    }

    void anUpdateIsNoAttempt()
    {
        Scene scene;
        api::UpdateConnectionRequest request;
        request.dailyRefresh = true;
        scene.bench.network.on("PUT /connections/11", ConnectionJson{.id = u"11"_s, .dailyRefresh = true}.answer());
        scene.operations.update(eleven, request);
        QTRY_COMPARE(scene.ended.size(), 1);
        QVERIFY(scene.before.of(eleven) == nullptr);
    }

    void aFreshReadingOfTheSameCustomerKeepsIt()
    {
        Scene scene;
        scene.refresh();
        QTRY_COMPARE(scene.ended.size(), 1);
        scene.show(u"22"_s, {{.id = u"11"_s}, {.id = u"12"_s}});
        QVERIFY(scene.before.of(eleven) != nullptr);
    }

    void anotherCustomerForgetsIt()
    {
        Scene scene;
        scene.refresh();
        QTRY_COMPARE(scene.ended.size(), 1);
        scene.show(u"23"_s, {{.id = u"12"_s, .customer = u"23"_s}});
        QVERIFY(scene.before.of(eleven) == nullptr);
    }
};

QTEST_GUILESS_MAIN(ConnectionsBeforeTest)
#include "tst_connectionsbefore.moc"
