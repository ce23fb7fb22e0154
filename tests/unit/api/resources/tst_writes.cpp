// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ConsentsApi.h"
#include "resources/CustomersApi.h"
#include "testing/EveryWrite.h"
#include "testing/TestCertificate.h"

#include <QSet>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::EveryWrite;

Q_DECLARE_METATYPE(EveryWrite)

namespace {

const QByteArray base = "https://www.saltedge.com/api/v5/";

/// The whole exchange as text: what a log or the activity panel could show.
QString shown(const Exchange &exchange)
{
    return QStringList{exchange.pathTemplate, exchange.requestId, exchange.errorClass}.join(u' ');
}

} // namespace

/// What holds for every write of every resource class.
class WritesTest : public QObject
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
    void theListIsWhole()
    {
        QSet<QByteArray> routes;
        for (const EveryWrite &write : testing::everyWrite()) {
            routes.insert(write.verb + ' ' + write.target.split('?').constFirst());
        }
        // Reference 2 and 4: six on connections, four on customers, revoke, three sessions, three of OAuth.
        QCOMPARE(routes.size(), 17);
    }

    void verbAddressHeadersAndBodyAreThoseOfTheReference_data() { writes(); }

    void verbAddressHeadersAndBodyAreThoseOfTheReference()
    {
        QFETCH(EveryWrite, write);
        ApiFixture api;
        api.network.answerJson(write.answer);
        const std::optional<ApiError> error = write.send(api.client);
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QCOMPARE(api.network.sent().size(), 1);
        const testing::SentRequest &sent = api.network.sent().constFirst();
        QCOMPARE(sent.verb, write.verb);
        QCOMPARE(sent.url().toEncoded(), base + write.target);
        QCOMPARE(sent.body, write.body);
        QVERIFY(sent.sequentialBody);
        QCOMPARE(sent.request.rawHeader("Content-Length"), QByteArray::number(write.body.size()));
        QCOMPARE(sent.request.rawHeader("Content-Type"), QByteArray("application/json"));
        QCOMPARE(sent.request.rawHeader("Accept"), QByteArray("application/json"));
        QCOMPARE(sent.request.rawHeader("Secret"), QByteArray(testing::canarySecret));
        QVERIFY(!sent.request.hasRawHeader("Customer-secret") && !sent.request.hasRawHeader("Connection-secret"));
    }

    void readOnlyRefusesIt_data() { writes(); }

    void readOnlyRefusesIt()
    {
        QFETCH(EveryWrite, write);
        ApiFixture api;
        api.client.setReadOnly(true);
        const std::optional<ApiError> error = write.send(api.client);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::ReadOnly);
        QVERIFY(!error->outcomeUnknown);
        QVERIFY(api.network.sent().isEmpty());
    }

    void itIsSignedWithTheBytesThatAreSent_data() { writes(); }

    /// Without a body the string ends with its last bar (reference 1.2).
    void itIsSignedWithTheBytesThatAreSent()
    {
        QFETCH(EveryWrite, write);
        const auto &key = testing::testCertificate();
        ApiFixture api;
        ApiEndpoint endpoint = api.client.endpoint();
        endpoint.signer = *RequestSigner::fromPem(Secret::copyOf(key.keyPem));
        ApiClient client(api.network, endpoint, api.clock);
        api.network.answerJson(write.answer);
        QVERIFY(!write.send(client));
        const QNetworkRequest &sent = api.network.sent().constFirst().request;
        const QByteArray text =
            sent.rawHeader("Expires-at") + '|' + write.verb + '|' + base + write.target + '|' + write.body;
        QVERIFY(testing::verifies(key.publicKeyPem, text, sent.rawHeader("Signature")));
    }

    void anAnswerThatCannotBeReadLeavesItOpen_data() { writes(); }

    void anAnswerThatCannotBeReadLeavesItOpen()
    {
        QFETCH(EveryWrite, write);
        ApiFixture api;
        qsizetype sent = 0;
        for (const QByteArray &answer :
             {QByteArray(R"({"data":{}})"), QByteArray(R"({"data":5})"), QByteArray("[]"), QByteArray("OK")}) {
            api.network.answerJson(answer);
            const std::optional<ApiError> error = write.send(api.client);
            QVERIFY(error);
            QCOMPARE(error->kind, ErrorKind::Malformed);
            QCOMPARE(error->httpStatus, 200);
            QVERIFY(error->outcomeUnknown);
            QCOMPARE(api.network.sent().size(), ++sent);
        }
    }

    void aServerThatBreaksDownIsNotAskedAgain_data() { writes(); }

    void aServerThatBreaksDownIsNotAskedAgain()
    {
        QFETCH(EveryWrite, write);
        ApiFixture api;
        const std::optional<ApiError> error = write.send(api.client);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::ServerFault);
        QVERIFY(error->outcomeUnknown);
        QCOMPARE(api.network.sent().size(), 1);
    }

    void aRefusalIsAClearNo_data() { writes(); }

    void aRefusalIsAClearNo()
    {
        QFETCH(EveryWrite, write);
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"AppsRestricted","message":"Not available for apps."}})", 400);
        const std::optional<ApiError> error = write.send(api.client);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Rejected);
        QCOMPARE(error->errorClass, u"AppsRestricted"_s);
        QVERIFY(!error->outcomeUnknown);
        QCOMPARE(api.network.sent().size(), 1);
    }

    void whatIsShownOfItHoldsNoIdAddressOrSecret_data() { writes(); }

    void whatIsShownOfItHoldsNoIdAddressOrSecret()
    {
        QFETCH(EveryWrite, write);
        ApiFixture api;
        QList<Exchange> exchanges;
        connect(&api.client, &ApiClient::exchanged, this, [&exchanges](const Exchange &one) { exchanges.append(one); });
        api.network.answerJson(write.answer);
        QVERIFY(!write.send(api.client));
        QCOMPARE(exchanges.size(), 1);
        const Exchange &exchange = exchanges.constFirst();
        QCOMPARE(exchange.httpStatus, 200);
        QCOMPARE(exchange.sentBytes, write.body.size());
        QVERIFY(!exchange.error);
        const QString text = shown(exchange);
        QVERIFY(!text.trimmed().isEmpty());
        for (const QLatin1StringView hidden : {"111"_L1, "222"_L1, "555"_L1, "canary"_L1, "?"_L1}) {
            QVERIFY2(!text.contains(hidden), qPrintable(text));
        }
    }

    void withoutAnIdNothingIsSent()
    {
        ApiFixture api;
        testing::Arrival<CustomerChange> removal(CustomersApi(api.client).remove({}));
        testing::Arrival<Consent> revocation(ConsentsApi(api.client).revoke({}, ConnectionId(u"111"_s)));
        QVERIFY(removal.wait() && revocation.wait());
        QCOMPARE(removal.error().kind, ErrorKind::ForbiddenUrl);
        QCOMPARE(revocation.error().kind, ErrorKind::ForbiddenUrl);
        QVERIFY(api.network.sent().isEmpty());
    }
};

QTEST_GUILESS_MAIN(WritesTest)
#include "tst_writes.moc"
