// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "codec/ConnectionWriter.h"
#include "resources/ConnectionsApi.h"

#include <QTest>

#include <functional>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;

using Send = std::function<Call<ConnectionDocument>(const ConnectionsApi &)>;
Q_DECLARE_METATYPE(Send)

namespace {

const ConnectionId id(u"111"_s);
const QByteArray answer = R"({"data":{"id":"111","status":"active","secret":"s3cr3t"}})";

CreateConnectionRequest createRequest()
{
    CreateConnectionRequest request;
    request.customerId = CustomerId(u"222"_s);
    request.countryCode = u"XF"_s;
    request.providerCode = u"p"_s;
    return request;
}

void addOperations()
{
    QTest::addColumn<Send>("send");
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("show") << Send([](const ConnectionsApi &api) { return api.show(id); }) << QByteArray("GET")
                          << u"/api/v5/connections/111"_s << QByteArray();
    QTest::newRow("create") << Send([](const ConnectionsApi &api) { return api.create(createRequest()); })
                            << QByteArray("POST") << u"/api/v5/connections"_s << writeCreate(createRequest());
    QTest::newRow("update") << Send([](const ConnectionsApi &api) {
        return api.update(id, {true, {}, false});
    }) << QByteArray("PUT") << u"/api/v5/connections/111"_s
                            << writeUpdate({true, {}, false});
    QTest::newRow("reconnect") << Send([](const ConnectionsApi &api) { return api.reconnect(id, {}); })
                               << QByteArray("PUT") << u"/api/v5/connections/111/reconnect"_s << writeReconnect({});
    QTest::newRow("interactive") << Send([](const ConnectionsApi &api) { return api.interactive(id, {}); })
                                 << QByteArray("PUT") << u"/api/v5/connections/111/interactive"_s
                                 << writeInteractive({});
    QTest::newRow("refresh") << Send([](const ConnectionsApi &api) { return api.refresh(id); }) << QByteArray("PUT")
                             << u"/api/v5/connections/111/refresh"_s << writeRefresh({});
}

} // namespace

class TestConnectionsApi : public QObject
{
    Q_OBJECT

private slots:
    void everyOperationHasItsVerbPathAndBody_data() { addOperations(); }

    void everyOperationHasItsVerbPathAndBody()
    {
        QFETCH(Send, send);
        QFETCH(QByteArray, verb);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        ApiFixture api;
        api.network.answerJson(answer);
        Arrival<ConnectionDocument> arrival(send(ConnectionsApi(api.client)));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->connection.id, id);
        QVERIFY(!arrival.result()->raw.bytes().contains("s3cr3t"));
        QCOMPARE(api.network.sent().size(), 1);
        QCOMPARE(api.network.sent().constFirst().verb, verb);
        QCOMPARE(api.path(0), path);
        QCOMPARE(api.network.sent().constFirst().body, body);
        QCOMPARE(arrival.times(), 1);
    }

    void anAnswerThatCannotBeReadLeavesAWriteOpen_data() { addOperations(); }

    void anAnswerThatCannotBeReadLeavesAWriteOpen()
    {
        QFETCH(Send, send);
        QFETCH(QByteArray, verb);
        ApiFixture api;
        api.network.answerJson(R"({"data":{"status":"active"}})");
        Arrival<ConnectionDocument> arrival(send(ConnectionsApi(api.client)));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::Malformed);
        QCOMPARE(arrival.error().httpStatus, 200);
        QCOMPARE(arrival.error().outcomeUnknown, verb != "GET");
        QCOMPARE(api.network.sent().size(), 1);
    }

    void aRefusalCarriesTheHourOfTheNextRefresh()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"ConnectionCannotBeRefreshed","message":"Not now"},)"
                               R"("next_refresh_possible_at":"2020-09-07T11:35:46Z","request":{"x":"s3cr3t"}})",
                               406);
        Arrival<ConnectionDocument> arrival(ConnectionsApi(api.client).refresh(id));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::Rejected);
        QCOMPARE(arrival.error().errorClass, u"ConnectionCannotBeRefreshed"_s);
        QCOMPARE(arrival.error().nextRefreshPossibleAt, QDateTime(QDate(2020, 9, 7), QTime(11, 35, 46), Qt::UTC));
        QVERIFY(!arrival.error().outcomeUnknown);
    }

    void removeTellsWhatWasRemoved()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":{"id":"111","removed":true}})");
        Arrival<RemovedConnection> arrival(ConnectionsApi(api.client).remove(id));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->id, id);
        QVERIFY(arrival.result()->removed);
        QCOMPARE(api.network.sent().constFirst().verb, QByteArray("DELETE"));
        QCOMPARE(api.path(0), u"/api/v5/connections/111"_s);
        QVERIFY(api.network.sent().constFirst().body.isEmpty());
    }

    void anEmptyIdAsksForNothing()
    {
        ApiFixture api;
        Arrival<RemovedConnection> removal(ConnectionsApi(api.client).remove(ConnectionId()));
        Arrival<ConnectionDocument> show(ConnectionsApi(api.client).show(ConnectionId()));
        QVERIFY(removal.wait() && show.wait());
        QVERIFY(!removal.ok() && !show.ok());
        QVERIFY(api.network.sent().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConnectionsApi)
#include "tst_connectionsapi.moc"
