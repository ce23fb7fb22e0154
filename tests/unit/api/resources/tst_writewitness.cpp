// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ConnectionsApi.h"
#include "resources/CustomersApi.h"
#include "testing/EveryWrite.h"
#include "testing/RawServer.h"
#include "testing/SecretWrites.h"
#include "transport/PendingRequest.h"
#include "transport/WriteWitness.h"

#include <QTest>
#include <QTimer>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::EveryWrite;

Q_DECLARE_METATYPE(EveryWrite)

namespace {

/// Keeps what it is told.
class Notebook final : public WriteWitness
{
public:
    struct End
    {
        WriteIntent intent;
        std::optional<ApiError> error;
    };

    std::optional<QString> admit(const WriteIntent &intent) override
    {
        admitted.append(intent);
        sentAtAdmission = network == nullptr ? 0 : network->sent().size();
        return objection;
    }
    void ended(const WriteIntent &intent, const std::optional<ApiError> &error) override
    {
        ends.append({intent, error});
    }
    /// One write was admitted and ended, as the same.
    [[nodiscard]] bool sawOne() const
    {
        return admitted.size() == 1 && ends.size() == 1 && ends.front().intent.number == admitted.front().number;
    }

    std::optional<QString> objection;
    const testing::FakeNetwork *network = nullptr;
    qsizetype sentAtAdmission = -1;
    QList<WriteIntent> admitted;
    QList<End> ends;
};

struct Scene
{
    Scene()
    {
        book.network = &api.network;
        api.client.setWriteWitness(&book);
    }

    // First: the witness outlives the client.
    Notebook book;
    ApiFixture api;
};

QString allWords(const WriteIntent &intent)
{
    return QStringList{intent.pathTemplate, intent.pathArguments.join(u' '), intent.subject.customer,
                       intent.subject.connection}
        .join(u' ');
}

} // namespace

/// What the witness of the writes is told, of every write of every resource class.
class WriteWitnessTest : public QObject
{
    Q_OBJECT

private:
    static void writes()
    {
        QTest::addColumn<EveryWrite>("write");
        for (const EveryWrite &write : testing::everyWrite()) {
            QTest::newRow(write.name) << write;
        }
    }

private slots:
    void aSuccessIsToldBeforeItLeavesAndAtItsEnd_data() { writes(); }
    void aSuccessIsToldBeforeItLeavesAndAtItsEnd()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.api.network.answerJson(write.answer);
        QVERIFY(!write.send(scene.api.client));
        QVERIFY(scene.book.sawOne());
        QCOMPARE(scene.book.sentAtAdmission, 0);
        QVERIFY(!scene.book.ends.front().error);
        QCOMPARE(methodName(scene.book.admitted.front().method), write.verb);
    }

    void itSaysWhomItConcerns_data() { writes(); }
    void itSaysWhomItConcerns()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.api.network.answerJson(write.answer);
        QVERIFY(!write.send(scene.api.client));
        const WriteIntent &intent = scene.book.admitted.front();
        const QByteArray wire = write.target + write.body;
        QCOMPARE(intent.subject.customer, wire.contains("222") ? u"222"_s : QString());
        QCOMPARE(intent.subject.connection, wire.contains("111") ? u"111"_s : QString());
        // The ids in the path are told apart from it.
        QVERIFY(!intent.pathTemplate.contains(u"111") && !intent.pathTemplate.contains(u"222"));
        QVERIFY(write.target.startsWith(intent.pathTemplate.section(u'{', 0, 0).toLatin1()));
    }

    void aRefusalOfTheApiIsItsEnd_data() { writes(); }
    void aRefusalOfTheApiIsItsEnd()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.api.network.answerJson(R"({"error":{"class":"AppsRestricted","message":"No.","request_id":"r-1"}})", 400);
        QVERIFY(write.send(scene.api.client));
        QVERIFY(scene.book.sawOne());
        QCOMPARE(scene.book.ends.front().error->errorClass, u"AppsRestricted"_s);
        QCOMPARE(scene.book.ends.front().error->requestId, u"r-1"_s);
    }

    void aLockedWriteIsToldToo_data() { writes(); }
    void aLockedWriteIsToldToo()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.api.client.setReadOnly(true);
        QVERIFY(write.send(scene.api.client));
        QVERIFY(scene.book.sawOne());
        QCOMPARE(scene.book.ends.front().error->kind, ErrorKind::ReadOnly);
        QVERIFY(!scene.book.ends.front().error->objected);
        QVERIFY(scene.api.network.sent().isEmpty());
    }

    void anObjectionKeepsItHere_data() { writes(); }
    void anObjectionKeepsItHere()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.book.objection = u"The book is full."_s;
        const std::optional<ApiError> error = write.send(scene.api.client);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::ReadOnly);
        QVERIFY(error->objected);
        QCOMPARE(error->message, u"The book is full."_s);
        QVERIFY(scene.book.sawOne());
        QVERIFY(scene.api.network.sent().isEmpty());
    }

    void anAbortIsAnOpenEnd_data() { writes(); }
    void anAbortIsAnOpenEnd()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.api.hang();
        QTimer::singleShot(0, &scene.api.client, [&scene] {
            QCOMPARE(scene.api.client.activeWrites(), 1);
            scene.api.client.findChild<PendingRequest *>()->abort();
        });
        QVERIFY(write.send(scene.api.client));
        QVERIFY(scene.book.sawOne());
        QCOMPARE(scene.book.ends.front().error->kind, ErrorKind::Aborted);
        QVERIFY(scene.book.ends.front().error->outcomeUnknown);
        QCOMPARE(scene.api.client.activeWrites(), 0);
    }

    void aLostReplyIsAnOpenEnd_data() { writes(); }
    void aLostReplyIsAnOpenEnd()
    {
        QFETCH(EveryWrite, write);
        testing::RawServer server(testing::RawServer::Transport::Http);
        Notebook book;
        testing::ManualClock clock;
        QNetworkAccessManager network;
        ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
        client.setWriteWitness(&book);
        server.react(testing::RawServer::hangUp());
        QVERIFY(write.send(client));
        QVERIFY(book.sawOne());
        QVERIFY(book.ends.front().error->outcomeUnknown);
        QCOMPARE(server.requests().size(), 1);
    }

    void aClientThatGoesTellsItsEnd_data() { writes(); }
    void aClientThatGoesTellsItsEnd()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        auto client = std::make_unique<ApiClient>(scene.api.network, scene.api.client.endpoint(), scene.api.clock,
                                                  testing::hastyLimits());
        client->setWriteWitness(&scene.book);
        scene.api.hang();
        QTimer::singleShot(0, this, [&client] { client.reset(); });
        QVERIFY(write.send(*client));
        QVERIFY(scene.book.sawOne());
        QCOMPARE(scene.book.ends.front().error->kind, ErrorKind::Aborted);
        QVERIFY(scene.book.ends.front().error->outcomeUnknown);
    }

    /// Not one byte: the gate stands before the connection, not before the request.
    void lockedNothingReachesAStrictServer_data() { writes(); }
    void lockedNothingReachesAStrictServer()
    {
        QFETCH(EveryWrite, write);
        testing::RawServer server(testing::RawServer::Transport::Http);
        testing::ManualClock clock;
        QNetworkAccessManager network;
        ApiClient client(network, testing::endpointAt(server.baseUrl()), clock, testing::hastyLimits());
        client.setReadOnly(true);
        const std::optional<ApiError> error = write.send(client);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::ReadOnly);
        // Whatever had left before this reading would have arrived before it.
        server.react(testing::RawServer::json(R"({"data":{"id":"222"}})"));
        testing::Arrival<Customer> reading(CustomersApi(client).show(CustomerId(u"222"_s)));
        QVERIFY(reading.wait());
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().front().startsWith("GET "));
        QCOMPARE(server.connections(), 1);
    }

    void nothingOfTheBodyIsTold_data()
    {
        QTest::addColumn<EveryWrite>("write");
        for (const EveryWrite &write : testing::secretWrites()) {
            QTest::newRow(write.name) << write;
        }
    }
    void nothingOfTheBodyIsTold()
    {
        QFETCH(EveryWrite, write);
        Scene scene;
        scene.api.network.answerJson(write.answer);
        QVERIFY(!write.send(scene.api.client));
        QVERIFY2(scene.api.network.sent().front().body.contains(testing::canaryCredential), "the canary must leave");
        QVERIFY(scene.book.sawOne());
        QVERIFY(!allWords(scene.book.admitted.front()).contains(QLatin1StringView(testing::canaryCredential)));
    }

    void readingIsNotTold()
    {
        Scene scene;
        scene.api.network.answerJson(R"({"data":{"id":"222"}})");
        testing::Arrival<Customer> reading(CustomersApi(scene.api.client).show(CustomerId(u"222"_s)));
        QVERIFY(reading.wait());
        QVERIFY(reading.ok());
        QVERIFY(scene.book.admitted.isEmpty() && scene.book.ends.isEmpty());
    }

    void theWritesOfAClientAreCounted()
    {
        Scene scene;
        for (int i = 0; i < 3; ++i) {
            scene.api.network.answerJson(R"({"data":{"id":"111"}})");
            testing::Arrival<ConnectionDocument> write(
                ConnectionsApi(scene.api.client).refresh(ConnectionId(u"111"_s)));
            QVERIFY(write.wait());
        }
        QCOMPARE(scene.book.admitted.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(scene.book.admitted.at(i).number, quint64(i + 1));
            QCOMPARE(scene.book.ends.at(i).intent.number, quint64(i + 1));
        }
    }
};

QTEST_GUILESS_MAIN(WriteWitnessTest)
#include "tst_writewitness.moc"
