// SPDX-License-Identifier: Apache-2.0
#include "transport/ReplyJudge.h"

#include <QTest>

using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray notFoundEnvelope =
    R"({"error":{"class":"ConnectionNotFound","message":"Connection with id: '987' was not found.",)"
    R"("documentation_url":"https://docs.saltedge.com/account_information/v5/#errors-connection_not_found",)"
    R"("request_id":"313b4518-10d4-4c15-a18e-34ddd583ebdf"},"request":{"connection_id":"987","password":"canary"}})";

QByteArray envelopeOf(const QByteArray &errorClass)
{
    return R"({"error":{"class":")" + errorClass + R"(","message":"m"}})";
}

ReceivedReply answered(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    ReceivedReply reply;
    reply.httpStatus = status;
    reply.body = body;
    reply.contentType = type;
    if (status >= 400) {
        reply.networkError = status >= 500 ? QNetworkReply::InternalServerError : QNetworkReply::ContentNotFoundError;
    }
    return reply;
}

ReceivedReply failed(QNetworkReply::NetworkError error, int status = 0)
{
    ReceivedReply reply;
    reply.networkError = error;
    reply.networkMessage = u"the network's words"_s;
    reply.httpStatus = status;
    return reply;
}

} // namespace

class TestReplyJudge : public QObject
{
    Q_OBJECT

private slots:
    void aJsonAnswerIsASuccess_data();
    void aJsonAnswerIsASuccess();
    void anAnswerIsNamed_data();
    void anAnswerIsNamed();
    void theEnvelopeIsTakenOverButNotTheRequest();
    void aFailureIsNamed_data();
    void aFailureIsNamed();
    void theEndThatWeCausedWins_data();
    void theEndThatWeCausedWins();
    void doubtAboutAWrite_data();
    void doubtAboutAWrite();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
    void httpDatesAreUtc();
};

void TestReplyJudge::aJsonAnswerIsASuccess_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("200") << 200 << QByteArray("application/json");
    QTest::newRow("with a charset") << 200 << QByteArray("application/json; charset=utf-8");
    QTest::newRow("upper case") << 200 << QByteArray("Application/JSON");
    QTest::newRow("a JSON dialect") << 201 << QByteArray("application/vnd.api+json");
    QTest::newRow("no type: the parser decides") << 200 << QByteArray();
}

void TestReplyJudge::aJsonAnswerIsASuccess()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);

    const auto result = judge(answered(status, "{\"data\":[]}", type));

    QVERIFY(result.has_value());
    QCOMPARE(result->body, QByteArray("{\"data\":[]}"));
    QCOMPARE(result->httpStatus, status);
}

void TestReplyJudge::anAnswerIsNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray json = "application/json";
    const QByteArray html = "text/html";
    const QByteArray page = "<html><body>Forbidden</body></html>";

    QTest::newRow("200 with HTML") << 200 << page << html << ErrorKind::Malformed;
    QTest::newRow("301") << 301 << QByteArray() << QByteArray() << ErrorKind::Redirected;
    QTest::newRow("307") << 307 << page << html << ErrorKind::Redirected;
    QTest::newRow("400 with a class") << 400 << envelopeOf("ApiKeyNotFound") << json << ErrorKind::Rejected;
    QTest::newRow("400 without") << 400 << page << html << ErrorKind::Rejected;
    QTest::newRow("401") << 401 << QByteArray() << QByteArray() << ErrorKind::Rejected;
    QTest::newRow("403 from a firewall") << 403 << page << html << ErrorKind::Firewall;
    QTest::newRow("403 from the API") << 403 << envelopeOf("ActionNotAllowed") << json << ErrorKind::Rejected;
    QTest::newRow("404") << 404 << notFoundEnvelope << json << ErrorKind::Rejected;
    QTest::newRow("406") << 406 << envelopeOf("ConnectionCannotBeRefreshed") << json << ErrorKind::Rejected;
    QTest::newRow("429 with HTML") << 429 << page << html << ErrorKind::RateLimited;
    QTest::newRow("the class says too many") << 400 << envelopeOf("TooManyRequests") << json << ErrorKind::RateLimited;
    QTest::newRow("the class says limited") << 400 << envelopeOf("RateLimitExceeded") << json << ErrorKind::RateLimited;
    QTest::newRow("500 from the API") << 500 << envelopeOf("InternalServerError") << json << ErrorKind::ServerFault;
    QTest::newRow("502 from a proxy") << 502 << page << html << ErrorKind::ServerFault;
    QTest::newRow("an envelope in HTML's clothes") << 404 << notFoundEnvelope << html << ErrorKind::Rejected;
}

void TestReplyJudge::anAnswerIsNamed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(ErrorKind, kind);

    const auto result = judge(answered(status, body, type));

    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().httpStatus, status);
    QVERIFY(!result.error().message.isEmpty());
    QVERIFY(!result.error().outcomeUnknown); // a GET
}

void TestReplyJudge::theEnvelopeIsTakenOverButNotTheRequest()
{
    const ApiError error = judge(answered(404, notFoundEnvelope)).error();

    QCOMPARE(error.errorClass, u"ConnectionNotFound"_s);
    QCOMPARE(error.message, u"Connection with id: '987' was not found."_s);
    QCOMPARE(error.requestId, u"313b4518-10d4-4c15-a18e-34ddd583ebdf"_s);
    QCOMPARE(error.documentationUrl.host(), u"docs.saltedge.com"_s);
    QVERIFY(!error.message.contains("canary"_L1));
}

void TestReplyJudge::aFailureIsNamed_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << 0 << ErrorKind::Network;
    QTest::newRow("no such host") << QNetworkReply::HostNotFoundError << 0 << ErrorKind::Network;
    QTest::newRow("closed") << QNetworkReply::RemoteHostClosedError << 0 << ErrorKind::Network;
    QTest::newRow("closed in the body") << QNetworkReply::RemoteHostClosedError << 200 << ErrorKind::Network;
    QTest::newRow("would have been repeated") << QNetworkReply::ContentReSendError << 0 << ErrorKind::Network;
    QTest::newRow("TLS") << QNetworkReply::SslHandshakeFailedError << 0 << ErrorKind::Tls;
    QTest::newRow("not HTTP") << QNetworkReply::ProtocolFailure << 0 << ErrorKind::Network;
}

void TestReplyJudge::aFailureIsNamed()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);

    const auto result = judge(failed(error, status));

    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().message, u"the network's words"_s);
}

void TestReplyJudge::theEndThatWeCausedWins_data()
{
    QTest::addColumn<TryEnd>("end");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("silence") << TryEnd::BySilence << ErrorKind::Timeout;
    QTest::newRow("duration") << TryEnd::ByDuration << ErrorKind::Timeout;
    QTest::newRow("size") << TryEnd::BySize << ErrorKind::TooLarge;
    QTest::newRow("caller") << TryEnd::ByCaller << ErrorKind::Aborted;
}

void TestReplyJudge::theEndThatWeCausedWins()
{
    QFETCH(TryEnd, end);
    QFETCH(ErrorKind, kind);
    ReceivedReply reply = failed(QNetworkReply::OperationCanceledError, 200);
    reply.end = end;

    QCOMPARE(judge(reply).error().kind, kind);
}

void TestReplyJudge::doubtAboutAWrite_data()
{
    QTest::addColumn<ReceivedReply>("reply");
    QTest::addColumn<bool>("doubt");

    ReceivedReply silent = failed(QNetworkReply::OperationCanceledError);
    silent.end = TryEnd::BySilence;
    ReceivedReply aborted = silent;
    aborted.end = TryEnd::ByCaller;

    QTest::newRow("closed without an answer") << failed(QNetworkReply::RemoteHostClosedError) << true;
    QTest::newRow("would have been repeated") << failed(QNetworkReply::ContentReSendError) << true;
    QTest::newRow("closed in the answer") << failed(QNetworkReply::RemoteHostClosedError, 200) << true;
    QTest::newRow("timeout") << silent << true;
    QTest::newRow("aborted") << aborted << true;
    QTest::newRow("server fault") << answered(500, envelopeOf("InternalServerError")) << true;
    QTest::newRow("bad gateway") << answered(502, "<html>", "text/html") << true;
    QTest::newRow("a yes that is not JSON") << answered(200, "<html>", "text/html") << true;
    QTest::newRow("never connected") << failed(QNetworkReply::ConnectionRefusedError) << false;
    QTest::newRow("no such host") << failed(QNetworkReply::HostNotFoundError) << false;
    QTest::newRow("no TLS") << failed(QNetworkReply::SslHandshakeFailedError) << false;
    QTest::newRow("a clear no") << answered(404, notFoundEnvelope) << false;
    QTest::newRow("rate limited") << answered(429, envelopeOf("TooManyRequests")) << false;
    QTest::newRow("redirected") << answered(302, {}) << false;
}

void TestReplyJudge::doubtAboutAWrite()
{
    QFETCH(ReceivedReply, reply);
    QFETCH(bool, doubt);

    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        reply.method = method;
        QCOMPARE(judge(reply).error().outcomeUnknown, doubt);
    }
    reply.method = Method::Get;
    QVERIFY(!judge(reply).error().outcomeUnknown);
}

void TestReplyJudge::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("12") << 12;
    QTest::newRow("padded") << QByteArray(" 12 ") << 12;
    QTest::newRow("a date") << QByteArray("Mon, 23 Nov 2026 10:43:07 GMT") << 60;
    QTest::newRow("a date that is over") << QByteArray("Mon, 23 Nov 2026 10:00:00 GMT") << 0;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("absent") << QByteArray() << -1;
}

void TestReplyJudge::retryAfterIsRead()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC);

    const auto read = parseRetryAfter(header, now);

    QCOMPARE(read.has_value(), seconds >= 0);
    QCOMPARE(read.value_or(-1s), std::chrono::seconds(seconds));
}

void TestReplyJudge::httpDatesAreUtc()
{
    QCOMPARE(parseHttpDate("Mon, 23 Nov 2026 10:42:07 GMT"), QDateTime(QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC));
    QVERIFY(!parseHttpDate("yesterday").isValid());
    QVERIFY(!parseHttpDate("").isValid());
}

QTEST_GUILESS_MAIN(TestReplyJudge)
#include "tst_replyjudge.moc"
