// SPDX-License-Identifier: Apache-2.0
#include "transport/RequestJob.h"

#include "transport/ApiClient.h"

#include <QSet>
#include <QSslError>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Room behind the body's end, so that the parser reads it in place (SIMDJSON_PADDING).
constexpr qsizetype parserPadding = 64;

/// Ids, codes and numbers of the API itself. What is not listed may be a person's.
std::vector<std::pair<QString, QString>> showableQuery(std::vector<std::pair<QString, QString>> query)
{
    static const QSet<QString> showable{u"customer_id"_s,
                                        u"connection_id"_s,
                                        u"attempt_id"_s,
                                        u"account_id"_s,
                                        u"country_code"_s,
                                        u"provider_code"_s,
                                        u"provider_id"_s,
                                        u"per_page"_s,
                                        u"from_id"_s,
                                        u"from_date"_s,
                                        u"mode"_s,
                                        u"include_fake_providers"_s,
                                        u"include_provider_fields"_s,
                                        u"provider_key_owner"_s};
    for (auto &[name, value] : query) {
        if (!showable.contains(name)) {
            value.clear();
        }
    }
    return query;
}

bool isAboutTime(const ApiError &error)
{
    return error.errorClass == "RequestExpired"_L1 || error.errorClass == "ExpiresAtInvalid"_L1;
}

} // namespace

RequestJob::RequestJob(ApiClient &client, ApiRequest request)
    : PendingRequest(&client)
    , m_client(client)
    , m_request(std::move(request))
    , m_sentBytes(m_request.body.size())
{
    m_promise.start();
    m_silence.setSingleShot(true);
    m_whole.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { stop(TryEnd::BySilence); });
    connect(&m_whole, &QTimer::timeout, this, [this] { stop(TryEnd::ByDuration); });
    connect(&m_pause, &QTimer::timeout, this, &RequestJob::startTry);
}

RequestJob::~RequestJob()
{
    shutDown();
}

Call<ApiReply> RequestJob::call()
{
    return {m_promise.future(), this};
}

void RequestJob::witness(WriteWitness &witness, const WriteIntent &intent)
{
    m_witness = &witness;
    m_intent = intent;
}

void RequestJob::tellWitness(const Result<ApiReply> &result)
{
    if (WriteWitness *witness = std::exchange(m_witness, nullptr)) {
        witness->ended(m_intent, result ? std::nullopt : std::optional(result.error()));
    }
}

void RequestJob::start()
{
    startTry();
}

void RequestJob::refuse(const ApiError &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { end(tl::unexpected(error)); }, Qt::QueuedConnection);
}

void RequestJob::abort()
{
    if (m_ended) {
        return;
    }
    if (m_reply) {
        stop(TryEnd::ByCaller);
    } else {
        end(tl::unexpected(abortedError()));
    }
}

void RequestJob::shutDown()
{
    if (m_ended) {
        return;
    }
    const ApiError error = abortedError();
    m_ended = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    const Result<ApiReply> result = tl::unexpected(error);
    tellWitness(result);
    m_promise.addResult(result);
    m_promise.finish();
}

void RequestJob::startTry()
{
    ++m_tryNumber;
    m_tryEnd = TryEnd::ByNetwork;
    m_tlsProblem.clear();
    m_body = {};
    m_startedAt = m_client.m_serverClock.now();
    m_offsetAtStart = m_client.m_serverClock.offset();
    m_elapsed.start();
    m_reply = m_client.transmit(m_request);
    watch();
    m_silence.start(m_client.m_limits.silence);
    m_whole.start(m_client.m_limits.whole);
}

void RequestJob::watch()
{
    QNetworkReply *reply = m_reply;
    const auto alive = [this] { m_silence.start(); };
    connect(reply, &QNetworkReply::encrypted, this, alive);
    connect(reply, &QNetworkReply::uploadProgress, this, alive);
    connect(reply, &QNetworkReply::metaDataChanged, this, alive);
    connect(reply, &QNetworkReply::readyRead, this, &RequestJob::takeBytes);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty()) {
            m_tlsProblem = errors.constFirst().errorString();
        }
    });
    connect(reply, &QNetworkReply::finished, this, &RequestJob::finishTry);
}

void RequestJob::takeBytes()
{
    m_silence.start();
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const qint64 cap = m_client.m_limits.bodyBytes;
    if (announced > cap || m_body.size() + m_reply->bytesAvailable() > cap) {
        stop(TryEnd::BySize);
        return;
    }
    if (m_body.isEmpty() && announced > 0) {
        m_body.reserve(announced + parserPadding);
    }
    m_body += m_reply->readAll();
}

void RequestJob::stop(TryEnd reason)
{
    if (m_reply && m_tryEnd == TryEnd::ByNetwork) {
        m_tryEnd = reason;
        // Emits finished before it returns, and with it the end of this try.
        m_reply->abort();
    }
}

void RequestJob::finishTry()
{
    m_silence.stop();
    m_whole.stop();
    const ReceivedReply seen = received();
    m_reply->deleteLater();
    m_reply = nullptr;
    m_client.m_serverClock.learn(seen.serverTime);

    Result<ApiReply> result = judge(seen);
    const QPointer<RequestJob> alive(this);
    reportTry(result, seen);
    if (!alive || m_ended) {
        return;
    }
    if (!result) {
        if (const auto pause = nextTryAfter(result.error())) {
            m_pause.start(*pause);
            emit m_client.retryScheduled(*pause, result.error());
            return;
        }
    }
    end(std::move(result));
}

ReceivedReply RequestJob::received()
{
    ReceivedReply seen;
    seen.method = m_request.method;
    seen.end = m_tryEnd;
    seen.networkError = m_reply->error();
    seen.networkMessage = m_tlsProblem.isEmpty() ? m_reply->errorString() : m_tlsProblem;
    seen.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    seen.contentType = m_reply->rawHeader("Content-Type");
    seen.serverTime = parseHttpDate(m_reply->rawHeader("Date"));
    seen.retryAfter = parseRetryAfter(m_reply->rawHeader("Retry-After"),
                                      seen.serverTime.isValid() ? seen.serverTime : m_client.m_serverClock.now());
    if (m_tryEnd == TryEnd::ByNetwork) {
        m_body += m_reply->readAll();
        m_body.reserve(m_body.size() + parserPadding);
        seen.body = std::move(m_body);
    }
    return seen;
}

void RequestJob::reportTry(const Result<ApiReply> &result, const ReceivedReply &received)
{
    Exchange exchange;
    exchange.number = ++m_client.m_lastExchange;
    exchange.startedAt = m_startedAt;
    exchange.method = m_request.method;
    exchange.pathTemplate = m_request.pathTemplate;
    exchange.pathArguments = m_request.pathArguments;
    exchange.query = showableQuery(m_request.query);
    exchange.tryNumber = m_tryNumber;
    exchange.httpStatus = received.httpStatus;
    exchange.duration = std::chrono::milliseconds(m_elapsed.elapsed());
    exchange.sentBytes = m_sentBytes;
    exchange.receivedBytes = received.body.size();
    if (!result) {
        exchange.requestId = result.error().requestId;
        exchange.errorClass = result.error().errorClass;
        exchange.error = result.error().kind;
    }
    emit m_client.exchanged(exchange);
}

std::optional<std::chrono::milliseconds> RequestJob::nextTryAfter(const ApiError &error) const
{
    // Writes are never repeated, whatever the error says.
    if (isWrite(m_request.method)) {
        return std::nullopt;
    }
    const bool clockLearned = m_client.m_serverClock.offset() != m_offsetAtStart;
    if (m_tryNumber == 1 && clockLearned && isAboutTime(error)) {
        return std::chrono::milliseconds{0};
    }
    return m_client.m_limits.retry.delayAfter(m_tryNumber, error);
}

ApiError RequestJob::abortedError() const
{
    ReceivedReply nothing;
    nothing.method = m_reply ? m_request.method : Method::Get;
    nothing.end = TryEnd::ByCaller;
    return judge(std::move(nothing)).error();
}

void RequestJob::end(Result<ApiReply> result)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_pause.stop();
    deleteLater();
    const QPointer<ApiClient> client(&m_client);
    tellWitness(result);
    m_promise.addResult(std::move(result));
    m_promise.finish();
    if (client) {
        client->setActive(client->m_active - 1);
    }
}

} // namespace saltdesk::api
