// SPDX-License-Identifier: Apache-2.0
#include "connections/OpenConnection.h"
#include "support/Bench.h"

#include "codec/ConnectionDecoder.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

api::ConnectionId id(const QString &text)
{
    return api::ConnectionId(text);
}

struct Scene
{
    Scene()
        : open(bench.client, bench.connections, nullptr, 1ms)
    {
        api::Customer customer;
        customer.id = api::CustomerId(u"22"_s);
        bench.connections.beginReading(customer);
        bench.connections.endReading(true);
        bench.network.on("GET /connections/11", ConnectionJson{.id = u"11"_s, .bank = u"One"_s}.answer());
        bench.network.on("GET /connections/12", ConnectionJson{.id = u"12"_s, .bank = u"Two"_s}.answer());
    }
    Bench bench;
    OpenConnection open;
};

} // namespace

class OpenConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void anOpenedConnectionIsReadInFull();
    void theTablesRowIsBroughtUpToDate();
    void walkingThroughTheTableAsksOnlyForTheLast();
    void theSameConnectionAgainIsNotAskedAgain();
    void anAnswerForTheLastOneIsNotHeard();
    void readingAgainKeepsTheDocumentMeanwhile();
    void anErrorKeepsTheDocumentAndSaysWhy();
    void aFresherAnswerReplacesTheDocument();
    void anAnswerForAnotherConnectionDoesNot();
    void closingForgetsEverything();
    void theRawViewHoldsNoSecret();
};

void OpenConnectionTest::anOpenedConnectionIsReadInFull()
{
    Scene scene;
    QSignalSpy changed(&scene.open, &OpenConnection::changed);
    scene.open.open(id(u"11"_s));
    QCOMPARE(changed.size(), 1);
    QVERIFY(scene.open.isLoading());
    QVERIFY(!scene.open.document());
    QTRY_VERIFY(scene.open.document());
    QVERIFY(!scene.open.isLoading());
    QCOMPARE(scene.open.document()->connection.providerName.value(), u"One"_s);
    QCOMPARE(scene.open.id(), id(u"11"_s));
    QCOMPARE(changed.size(), 2);
}

void OpenConnectionTest::theTablesRowIsBroughtUpToDate()
{
    Scene scene;
    scene.open.open(id(u"11"_s));
    QTRY_VERIFY(scene.open.document());
    QCOMPARE(scene.bench.connections.summary(id(u"11"_s))->providerName, u"One"_s);
}

void OpenConnectionTest::walkingThroughTheTableAsksOnlyForTheLast()
{
    Scene scene;
    OpenConnection slow(scene.bench.client, scene.bench.connections, nullptr, 50ms);
    slow.open(id(u"11"_s));
    slow.open(id(u"13"_s));
    slow.open(id(u"12"_s));
    QTRY_VERIFY(slow.document());
    QCOMPARE(scene.bench.network.sent(), QStringList({u"GET /connections/12"_s}));
}

void OpenConnectionTest::theSameConnectionAgainIsNotAskedAgain()
{
    Scene scene;
    scene.open.open(id(u"11"_s));
    QTRY_VERIFY(scene.open.document());
    scene.open.open(id(u"11"_s));
    QVERIFY(!scene.open.isLoading());
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void OpenConnectionTest::anAnswerForTheLastOneIsNotHeard()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", silence());
    scene.open.open(id(u"11"_s));
    QTRY_COMPARE(scene.bench.network.open(), 1);
    scene.open.open(id(u"12"_s));
    QTRY_VERIFY(scene.open.document());
    QTRY_COMPARE(scene.bench.network.open(), 0);
    QCOMPARE(scene.open.document()->connection.id, id(u"12"_s));
    QVERIFY(!scene.open.error());
}

void OpenConnectionTest::readingAgainKeepsTheDocumentMeanwhile()
{
    Scene scene;
    scene.open.open(id(u"11"_s));
    QTRY_VERIFY(scene.open.document());
    scene.bench.network.on("GET /connections/11", ConnectionJson{.id = u"11"_s, .bank = u"Newer"_s}.answer());
    scene.open.readAgain();
    QVERIFY(scene.open.isLoading());
    QCOMPARE(scene.open.document()->connection.providerName.value(), u"One"_s);
    QTRY_COMPARE(scene.open.document()->connection.providerName.value(), u"Newer"_s);
}

void OpenConnectionTest::anErrorKeepsTheDocumentAndSaysWhy()
{
    Scene scene;
    scene.open.open(id(u"11"_s));
    QTRY_VERIFY(scene.open.document());
    scene.bench.network.on("GET /connections/11", apiError("ConnectionNotFound", 404));
    scene.open.readAgain();
    QTRY_VERIFY(scene.open.error());
    QCOMPARE(scene.open.error()->errorClass, u"ConnectionNotFound"_s);
    QVERIFY(scene.open.document());
    QVERIFY(!scene.open.isLoading());
}

void OpenConnectionTest::aFresherAnswerReplacesTheDocument()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", silence());
    scene.open.open(id(u"11"_s));
    QTRY_COMPARE(scene.bench.network.open(), 1);
    const auto fresh = api::decodeConnection(ConnectionJson{.id = u"11"_s, .bank = u"Fresh"_s}.answer().body);
    QVERIFY(fresh);
    scene.open.show(*fresh);
    QCOMPARE(scene.open.document()->connection.providerName.value(), u"Fresh"_s);
    QVERIFY(!scene.open.isLoading());
    QTRY_COMPARE(scene.bench.network.open(), 0);
}

void OpenConnectionTest::anAnswerForAnotherConnectionDoesNot()
{
    Scene scene;
    scene.open.open(id(u"11"_s));
    QTRY_VERIFY(scene.open.document());
    const auto other = api::decodeConnection(ConnectionJson{.id = u"12"_s, .bank = u"Other"_s}.answer().body);
    QVERIFY(other);
    scene.open.show(*other);
    QCOMPARE(scene.open.document()->connection.providerName.value(), u"One"_s);
}

void OpenConnectionTest::closingForgetsEverything()
{
    Scene scene;
    scene.bench.network.on("GET /connections/11", silence());
    scene.open.open(id(u"11"_s));
    QTRY_COMPARE(scene.bench.network.open(), 1);
    QSignalSpy changed(&scene.open, &OpenConnection::changed);
    scene.open.open({});
    QCOMPARE(changed.size(), 1);
    QVERIFY(scene.open.id().isEmpty());
    QVERIFY(!scene.open.isLoading());
    QTRY_COMPARE(scene.bench.network.open(), 0);
    scene.open.close();
    scene.open.readAgain();
    QCOMPARE(changed.size(), 1);
}

void OpenConnectionTest::theRawViewHoldsNoSecret()
{
    Scene scene;
    scene.open.open(id(u"11"_s));
    QTRY_VERIFY(scene.open.document());
    const QByteArray raw = scene.open.document()->raw.indented();
    QVERIFY(raw.contains("provider_name"));
    QVERIFY(!raw.contains("canary"));
}

QTEST_GUILESS_MAIN(OpenConnectionTest)
#include "tst_openconnection.moc"
