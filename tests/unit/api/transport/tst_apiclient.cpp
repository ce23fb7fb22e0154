// SPDX-License-Identifier: Apache-2.0
#include "testing/Arrival.h"
#include "testing/FakeNetwork.h"
#include "testing/ManualClock.h"
#include "testing/TestCertificate.h"
#include "transport/ApiClient.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using api::ApiClient;
using api::ApiReply;
using api::ApiRequest;
using api::ErrorKind;
using api::Method;
using testing::Arrival;
using testing::FakeAnswer;
using testing::FakeNetwork;

namespace {

const QUrl live(u"https://www.saltedge.com/api/v5"_s);

ApiRequest requestOf(Method method)
{
    ApiRequest request;
    request.method = method;
    request.pathTemplate = u"connections/{}"_s;
    request.pathArguments = {u"111"_s};
    if (method == Method::Post || method == Method::Put) {
        request.body = R"({"data":{}})";
    }
    return request;
}

FakeAnswer networkFailure()
{
    FakeAnswer answer;
    answer.status = 0;
    answer.error = QNetworkReply::RemoteHostClosedError;
    return answer;
}

FakeAnswer hanging()
{
    FakeAnswer answer;
    answer.hangs = true;
    return answer;
}

} // namespace

class TestApiClient : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestCarriesTheHeadersOfTheReference_data();
    void everyRequestCarriesTheHeadersOfTheReference();
    void withoutAKeyNeitherExpiryNorSignatureIsSent();
    void theSignatureCoversTheUrlOnTheWireAndTheBody();
    void theExpiryFollowsTheServersClock();
    void aRequestRefusedForItsTimeIsSentOnceMoreByTheLearnedClock();
    void aWriteRefusedForItsTimeIsNotRepeated();
    void aWriteHasASequentialBodyAndAnExplicitLength_data();
    void aWriteHasASequentialBodyAndAnExplicitLength();
    void whatMustNotLeaveDoesNotLeave_data();
    void whatMustNotLeaveDoesNotLeave();
    void readOnlyStopsWritesOnly();
    void aGetIsRepeatedUntilItSucceeds();
    void aGetGivesUpAfterTheLastTry();
    void aWriteIsNeverRepeated_data();
    void aWriteIsNeverRepeated();
    void abortEndsOnce_data();
    void abortEndsOnce();
    void abortBetweenTriesEnds();
    void abortAfterTheEndDoesNothing();
    void destroyingTheClientEndsItsCalls();
    void silenceEndsInATimeout();
    void anAnnouncedGiantIsNotRead();
    void aGiantWithoutAnnouncementIsCutOff();
    void anExchangeIsReportedPerTry();
    void noSecretIsInAnExchangeOrAnError();
    void activeCountsRunningCalls();
    void resultsNeverArriveBeforeTheLoopTurns();
};

void TestApiClient::everyRequestCarriesTheHeadersOfTheReference_data()
{
    QTest::addColumn<Method>("method");
    QTest::newRow("GET") << Method::Get;
    QTest::newRow("POST") << Method::Post;
    QTest::newRow("PUT") << Method::Put;
    QTest::newRow("DELETE") << Method::Delete;
}

void TestApiClient::everyRequestCarriesTheHeadersOfTheReference()
{
    QFETCH(Method, method);
    FakeNetwork network;
    network.answerJson("{}");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);

    Arrival<ApiReply> arrival(client.send(requestOf(method)));
    QVERIFY(arrival.wait());

    const auto &sent = network.sent().at(0);
    QCOMPARE(sent.verb, api::methodName(method));
    QCOMPARE(sent.url().toEncoded(), QByteArray("https://www.saltedge.com/api/v5/connections/111"));
    QCOMPARE(sent.request.rawHeader("Accept"), QByteArray("application/json"));
    QCOMPARE(sent.request.rawHeader("Content-Type"), QByteArray("application/json"));
    QCOMPARE(sent.request.rawHeader("App-id"), QByteArray("app-id-1"));
    QCOMPARE(sent.request.rawHeader("Secret"), QByteArray(testing::canarySecret));
    QVERIFY(sent.request.rawHeader("User-Agent").startsWith("Saltdesk/"));
    QCOMPARE(sent.request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(sent.request.sslConfiguration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(sent.request.sslConfiguration().protocol(), QSsl::TlsV1_2OrLater);
}

void TestApiClient::withoutAKeyNeitherExpiryNorSignatureIsSent()
{
    FakeNetwork network;
    network.answerJson("{}");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QVERIFY(!network.sent().at(0).request.hasRawHeader("Expires-at"));
    QVERIFY(!network.sent().at(0).request.hasRawHeader("Signature"));
}

void TestApiClient::theSignatureCoversTheUrlOnTheWireAndTheBody()
{
    const auto &key = testing::testCertificate();
    FakeNetwork network;
    network.answerJson("{}");
    const testing::ManualClock clock;
    api::ApiEndpoint endpoint = testing::endpointAt(live);
    endpoint.signer = *api::RequestSigner::fromPem(api::Secret::copyOf(key.keyPem));
    ApiClient client(network, endpoint, clock);
    ApiRequest request = requestOf(Method::Put);
    request.query = {{u"identifier"_s, u"a b+c"_s}};

    Arrival<ApiReply> arrival(client.send(request));
    QVERIFY(arrival.wait());

    const auto &sent = network.sent().at(0);
    const QByteArray expiresAt = sent.request.rawHeader("Expires-at");
    QCOMPARE(expiresAt, QByteArray::number(clock.now().toSecsSinceEpoch() + 60));
    const QByteArray text =
        expiresAt + "|PUT|https://www.saltedge.com/api/v5/connections/111?identifier=a%20b%2Bc|" + R"({"data":{}})";
    QVERIFY(testing::verifies(key.publicKeyPem, text, sent.request.rawHeader("Signature")));
    QCOMPARE(sent.body, QByteArray(R"({"data":{}})"));
}

void TestApiClient::theExpiryFollowsTheServersClock()
{
    FakeNetwork network;
    FakeAnswer ahead;
    ahead.headers = {{"Date", "Mon, 23 Nov 2026 11:42:07 GMT"}};
    network.answer(ahead);
    network.answerJson("{}");
    const testing::ManualClock clock;
    api::ApiEndpoint endpoint = testing::endpointAt(live);
    endpoint.signer = *api::RequestSigner::fromPem(api::Secret::copyOf(testing::testCertificate().keyPem));
    ApiClient client(network, endpoint, clock);
    Arrival<ApiReply> first(client.send(requestOf(Method::Get)));
    QVERIFY(first.wait());

    Arrival<ApiReply> second(client.send(requestOf(Method::Get)));
    QVERIFY(second.wait());

    QCOMPARE(client.serverClock().now(), clock.now().addSecs(3600));
    QCOMPARE(network.sent().at(1).request.rawHeader("Expires-at").toLongLong(),
             clock.now().toSecsSinceEpoch() + 3600 + 60);
}

namespace {

FakeAnswer expired()
{
    FakeAnswer answer;
    answer.status = 400;
    answer.body = R"({"error":{"class":"RequestExpired","message":"expired"}})";
    answer.headers = {{"Date", "Mon, 23 Nov 2026 11:42:07 GMT"}};
    return answer;
}

} // namespace

void TestApiClient::aRequestRefusedForItsTimeIsSentOnceMoreByTheLearnedClock()
{
    FakeNetwork network;
    network.answer(expired());
    network.answer(expired());
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock, testing::hastyLimits());

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QCOMPARE(network.sent().size(), 2);
    QCOMPARE(arrival.error().errorClass, u"RequestExpired"_s);
}

void TestApiClient::aWriteRefusedForItsTimeIsNotRepeated()
{
    FakeNetwork network;
    network.answer(expired());
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock, testing::hastyLimits());

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Put)));
    QVERIFY(arrival.wait());

    QCOMPARE(network.sent().size(), 1);
    QVERIFY(!arrival.error().outcomeUnknown);
}

void TestApiClient::aWriteHasASequentialBodyAndAnExplicitLength_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("POST") << Method::Post << QByteArray("11");
    QTest::newRow("PUT") << Method::Put << QByteArray("11");
    QTest::newRow("DELETE") << Method::Delete << QByteArray("0");
}

void TestApiClient::aWriteHasASequentialBodyAndAnExplicitLength()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, length);
    FakeNetwork network;
    network.answerJson("{}");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);

    Arrival<ApiReply> arrival(client.send(requestOf(method)));
    QVERIFY(arrival.wait());

    const auto &sent = network.sent().at(0);
    QVERIFY(sent.sequentialBody);
    QVERIFY(sent.request.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute).toBool());
    QCOMPARE(sent.request.rawHeader("Content-Length"), length);
}

void TestApiClient::whatMustNotLeaveDoesNotLeave_data()
{
    QTest::addColumn<QByteArray>("appId");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("id");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no keys") << QByteArray() << live.toString() << "111" << ErrorKind::NotConfigured;
    QTest::newRow("plain http") << QByteArray("a") << "http://www.saltedge.com/api/v5"
                                << "111" << ErrorKind::ForbiddenUrl;
    QTest::newRow("an id that is none") << QByteArray("a") << live.toString() << ".." << ErrorKind::ForbiddenUrl;
}

void TestApiClient::whatMustNotLeaveDoesNotLeave()
{
    QFETCH(QByteArray, appId);
    QFETCH(QString, url);
    QFETCH(QString, id);
    QFETCH(ErrorKind, kind);
    FakeNetwork network;
    const testing::ManualClock clock;
    api::ApiEndpoint endpoint = testing::endpointAt(QUrl(url));
    endpoint.appId = appId;
    ApiClient client(network, endpoint, clock);
    ApiRequest request = requestOf(Method::Delete);
    request.pathArguments = {id};

    Arrival<ApiReply> arrival(client.send(request));
    QCOMPARE(arrival.times(), 0);
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, kind);
    QVERIFY(!arrival.error().outcomeUnknown);
    QVERIFY(network.sent().isEmpty());
}

void TestApiClient::readOnlyStopsWritesOnly()
{
    FakeNetwork network;
    network.answerJson("{}");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);
    client.setReadOnly(true);

    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        Arrival<ApiReply> arrival(client.send(requestOf(method)));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().kind, ErrorKind::ReadOnly);
    }
    QVERIFY(network.sent().isEmpty());

    Arrival<ApiReply> reading(client.send(requestOf(Method::Get)));
    QVERIFY(reading.wait());
    QVERIFY(reading.ok());
}

void TestApiClient::aGetIsRepeatedUntilItSucceeds()
{
    FakeNetwork network;
    network.answer(networkFailure());
    network.answerJson("<busy>", 503);
    network.answerJson(R"({"data":[]})");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock, testing::hastyLimits());
    QSignalSpy retries(&client, &ApiClient::retryScheduled);

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QVERIFY(arrival.ok());
    QCOMPARE(arrival.result()->body, QByteArray(R"({"data":[]})"));
    QCOMPARE(network.sent().size(), 3);
    QCOMPARE(retries.size(), 2);
}

void TestApiClient::aGetGivesUpAfterTheLastTry()
{
    FakeNetwork network;
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock, testing::hastyLimits());

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::ServerFault);
    QCOMPARE(network.sent().size(), 4);
    QCOMPARE(arrival.times(), 1);
}

void TestApiClient::aWriteIsNeverRepeated_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("unknown");
    FakeAnswer busy;
    busy.status = 503;
    FakeAnswer limited;
    limited.status = 429;
    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        const QByteArray verb = api::methodName(method);
        QTest::addRow("%s, connection lost", verb.constData()) << method << networkFailure() << true;
        QTest::addRow("%s, 503", verb.constData()) << method << busy << true;
        QTest::addRow("%s, 429", verb.constData()) << method << limited << false;
    }
}

void TestApiClient::aWriteIsNeverRepeated()
{
    QFETCH(Method, method);
    QFETCH(FakeAnswer, answer);
    QFETCH(bool, unknown);
    FakeNetwork network;
    network.answer(answer);
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock, testing::hastyLimits());

    Arrival<ApiReply> arrival(client.send(requestOf(method)));
    QVERIFY(arrival.wait());

    QCOMPARE(network.sent().size(), 1);
    QCOMPARE(arrival.error().outcomeUnknown, unknown);
}

void TestApiClient::abortEndsOnce_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("GET") << Method::Get << false;
    QTest::newRow("PUT, which may have arrived") << Method::Put << true;
}

void TestApiClient::abortEndsOnce()
{
    QFETCH(Method, method);
    QFETCH(bool, unknown);
    FakeNetwork network;
    network.answer(hanging());
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);
    const auto call = client.send(requestOf(method));
    Arrival<ApiReply> arrival(call);

    call.abort();
    call.abort();
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Aborted);
    QCOMPARE(arrival.error().outcomeUnknown, unknown);
    QCOMPARE(arrival.times(), 1);
    QCOMPARE(network.sent().size(), 1);
}

void TestApiClient::abortBetweenTriesEnds()
{
    FakeNetwork network;
    const testing::ManualClock clock;
    api::TransportLimits limits = testing::hastyLimits();
    limits.retry.firstDelay = 1h;
    limits.retry.maxDelay = 1h;
    ApiClient client(network, testing::endpointAt(live), clock, limits);
    QSignalSpy retries(&client, &ApiClient::retryScheduled);
    const auto call = client.send(requestOf(Method::Get));
    Arrival<ApiReply> arrival(call);
    QTRY_COMPARE(retries.size(), 1);

    call.abort();
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Aborted);
    QCOMPARE(network.sent().size(), 1);
}

void TestApiClient::abortAfterTheEndDoesNothing()
{
    FakeNetwork network;
    network.answerJson("{}");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);
    const auto call = client.send(requestOf(Method::Get));
    Arrival<ApiReply> arrival(call);
    QVERIFY(arrival.wait());

    call.abort();
    QCoreApplication::processEvents();

    QVERIFY(arrival.ok());
    QCOMPARE(arrival.times(), 1);
}

void TestApiClient::destroyingTheClientEndsItsCalls()
{
    FakeNetwork network;
    network.answer(hanging());
    network.answer(hanging());
    const testing::ManualClock clock;
    auto client = std::make_unique<ApiClient>(network, testing::endpointAt(live), clock);
    Arrival<ApiReply> reading(client->send(requestOf(Method::Get)));
    Arrival<ApiReply> writing(client->send(requestOf(Method::Delete)));

    client.reset();
    QVERIFY(reading.wait());
    QVERIFY(writing.wait());

    QCOMPARE(reading.error().kind, ErrorKind::Aborted);
    QCOMPARE(writing.error().kind, ErrorKind::Aborted);
    QVERIFY(writing.error().outcomeUnknown);
    QCOMPARE(reading.times() + writing.times(), 2);
}

void TestApiClient::silenceEndsInATimeout()
{
    FakeNetwork network;
    network.answer(hanging());
    const testing::ManualClock clock;
    api::TransportLimits limits;
    limits.silence = 20ms;
    ApiClient client(network, testing::endpointAt(live), clock, limits);

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Put)));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::Timeout);
    QVERIFY(arrival.error().outcomeUnknown);
}

void TestApiClient::anAnnouncedGiantIsNotRead()
{
    FakeNetwork network;
    FakeAnswer giant;
    giant.headers = {{"Content-Length", QByteArray::number(qint64{50} * 1024 * 1024)}};
    network.answer(giant);
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::TooLarge);
    QCOMPARE(network.sent().size(), 1);
}

void TestApiClient::aGiantWithoutAnnouncementIsCutOff()
{
    FakeNetwork network;
    network.answerJson(QByteArray(qsizetype{17} * 1024 * 1024, ' '));
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QCOMPARE(arrival.error().kind, ErrorKind::TooLarge);
}

void TestApiClient::anExchangeIsReportedPerTry()
{
    FakeNetwork network;
    network.answerJson(R"({"error":{"class":"InternalServerError","message":"m","request_id":"r-1"}})", 500);
    network.answerJson(R"({"data":[]})");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock, testing::hastyLimits());
    QList<api::Exchange> seen;
    connect(&client, &ApiClient::exchanged, this, [&](const api::Exchange &exchange) { seen.append(exchange); });

    Arrival<ApiReply> arrival(client.send(requestOf(Method::Get)));
    QVERIFY(arrival.wait());

    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.at(0).tryNumber, 1);
    QCOMPARE(seen.at(0).httpStatus, 500);
    QCOMPARE(seen.at(0).errorClass, u"InternalServerError"_s);
    QCOMPARE(seen.at(0).requestId, u"r-1"_s);
    QCOMPARE(seen.at(1).tryNumber, 2);
    QCOMPARE(seen.at(1).httpStatus, 200);
    QVERIFY(!seen.at(1).error.has_value());
    QCOMPARE(seen.at(1).pathTemplate, u"connections/{}"_s);
    QCOMPARE(seen.at(1).receivedBytes, 11);
    QCOMPARE(seen.at(1).number, seen.at(0).number + 1);
}

void TestApiClient::noSecretIsInAnExchangeOrAnError()
{
    FakeNetwork network;
    network.answerJson(
        R"({"error":{"class":"WrongRequestFormat","message":"no"},"request":{"data":{"password":"canary-pw"}}})", 400);
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);
    QString exchangeText;
    connect(&client, &ApiClient::exchanged, this, [&](const api::Exchange &exchange) {
        exchangeText = exchange.pathTemplate + exchange.errorClass + exchange.requestId;
    });
    ApiRequest request = requestOf(Method::Put);
    request.body = R"({"data":{"credentials":{"password":"canary-pw"}}})";

    Arrival<ApiReply> arrival(client.send(request));
    QVERIFY(arrival.wait());

    const api::ApiError &error = arrival.error();
    const QString text = error.message + error.errorClass + error.requestId + error.documentationUrl.toString();
    QVERIFY(!exchangeText.isEmpty());
    QVERIFY(!text.contains("canary"_L1) && !exchangeText.contains("canary"_L1));
}

void TestApiClient::activeCountsRunningCalls()
{
    FakeNetwork network;
    network.answer(hanging());
    network.answerJson("{}");
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);
    QSignalSpy changes(&client, &ApiClient::activeChanged);
    const auto stuck = client.send(requestOf(Method::Get));
    Arrival<ApiReply> quick(client.send(requestOf(Method::Get)));
    QCOMPARE(client.activeRequests(), 2);
    QVERIFY(quick.wait());
    QCOMPARE(client.activeRequests(), 1);

    stuck.abort();

    QTRY_COMPARE(client.activeRequests(), 0);
    QCOMPARE(changes.size(), 4);
}

void TestApiClient::resultsNeverArriveBeforeTheLoopTurns()
{
    FakeNetwork network;
    network.answer(hanging());
    const testing::ManualClock clock;
    ApiClient client(network, testing::endpointAt(live), clock);
    const auto call = client.send(requestOf(Method::Get));
    Arrival<ApiReply> arrival(call);

    call.abort();

    QCOMPARE(arrival.times(), 0);
    QVERIFY(arrival.wait());
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
