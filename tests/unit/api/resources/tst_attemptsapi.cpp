// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/AttemptsApi.h"

#include <QTest>
#include <QThread>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;
using testing::pageOf;

namespace {

const ConnectionId connection(u"111"_s);
const QByteArray staged =
    R"({"data":{"id":"777","finished":true,"stages":[{"id":"1","name":"start"},{"id":"2","name":"finish"}]}})";

} // namespace

class TestAttemptsApi : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsAskedForByConnection_data()
    {
        QTest::addColumn<QString>("nextId");
        QTest::addColumn<int>("perPage");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("from the beginning") << QString() << 1000 << QByteArray("connection_id=111&per_page=1000");
        QTest::newRow("from an id on") << u"9999999999999999999"_s << 100
                                       << QByteArray("connection_id=111&per_page=100&from_id=9999999999999999999");
    }

    void aPageIsAskedForByConnection()
    {
        QFETCH(QString, nextId);
        QFETCH(int, perPage);
        ApiFixture api;
        api.network.answerJson(pageOf({"7", "8"}, "\"9\""));
        Arrival<AttemptPage> arrival(AttemptsApi(api.client).list(connection, nextId, perPage));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->records.size(), std::size_t(2));
        QCOMPARE(arrival.result()->records.back().id, AttemptId(u"8"_s));
        QCOMPARE(arrival.result()->nextId, u"9"_s);
        QCOMPARE(api.network.sent().size(), 1);
        QCOMPARE(api.network.sent().constFirst().verb, QByteArray("GET"));
        QVERIFY(api.network.sent().constFirst().body.isEmpty());
        QCOMPARE(api.path(0), u"/api/v5/attempts"_s);
        QTEST(api.network.sent().constFirst().url().query(QUrl::FullyEncoded).toLatin1(), "asked");
    }

    /// What goes on directly goes on in the thread that read the answer.
    void aPageIsReadBesideTheWindow()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"7", "8"}));
        const auto thread = AttemptsApi(api.client).list(connection).future().then([](const Result<AttemptPage> &) {
            return QThread::currentThread();
        });
        QTRY_VERIFY(thread.isFinished());
        QVERIFY(thread.result() != QThread::currentThread());
    }

    void oneIsShownWithItsConnectionAndAllStages()
    {
        ApiFixture api;
        api.network.answerJson(staged);
        Arrival<Attempt> arrival(AttemptsApi(api.client).show(AttemptId(u"777"_s), connection));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->id, AttemptId(u"777"_s));
        QCOMPARE(arrival.result()->stages->size(), std::size_t(2));
        QCOMPARE(arrival.result()->stages->back().name.text, u"finish"_s);
        QVERIFY(arrival.result()->lastStage.isAbsent());
        QCOMPARE(api.network.sent().constFirst().url().toEncoded(),
                 QByteArray("https://www.saltedge.com/api/v5/attempts/777?connection_id=111"));
    }

    void readingGoesOnWhileWritesAreLocked()
    {
        ApiFixture api;
        api.client.setReadOnly(true);
        api.network.answerJson(staged);
        Arrival<Attempt> arrival(AttemptsApi(api.client).show(AttemptId(u"777"_s), connection));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
    }

    void anUnknownAttemptIsAnError()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"AttemptNotFound","message":"m"}})", 404);
        Arrival<Attempt> arrival(AttemptsApi(api.client).show(AttemptId(u"777"_s), connection));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().errorClass, u"AttemptNotFound"_s);
        QVERIFY(!arrival.error().outcomeUnknown);
    }

    void anEmptyIdAsksForNothing()
    {
        ApiFixture api;
        Arrival<Attempt> arrival(AttemptsApi(api.client).show(AttemptId(), connection));
        QVERIFY(arrival.wait());
        QVERIFY(!arrival.ok());
        QVERIFY(api.network.sent().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAttemptsApi)
#include "tst_attemptsapi.moc"
