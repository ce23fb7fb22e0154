// SPDX-License-Identifier: Apache-2.0
#include "transport/ApiClient.h"

#include "transport/RequestJob.h"
#include "transport/TrustedTls.h"
#include "transport/WireUrl.h"
#include "transport/WriteBody.h"
#include "transport/WriteWitness.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Servers close idle connections after a few seconds. A write that meets one being closed would end with an unknown
/// outcome for nothing, so after this much silence it gets a fresh connection.
constexpr std::chrono::seconds trustedIdleTime{4};

ApiError notSent(ErrorKind kind, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    return error;
}

/// No cookies, no stored logins, no redirects: nothing but what is set here goes out, and only to where we send it.
void closeSideDoors(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

} // namespace

ApiClient::ApiClient(QNetworkAccessManager &network, ApiEndpoint endpoint, const Clock &localClock,
                     TransportLimits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_endpoint(std::move(endpoint))
    , m_limits(std::move(limits))
    , m_serverClock(localClock)
{}

ApiClient::~ApiClient()
{
    const auto jobs = findChildren<RequestJob *>(Qt::FindDirectChildrenOnly);
    for (RequestJob *job : jobs) {
        job->shutDown();
    }
}

Call<ApiReply> ApiClient::send(ApiRequest request)
{
    std::optional<ApiError> refused = refusal(request);
    std::optional<WriteIntent> witnessed;
    if (m_witness != nullptr && isWrite(request.method)) {
        witnessed = WriteIntent{.number = ++m_lastWrite,
                                .method = request.method,
                                .pathTemplate = request.pathTemplate,
                                .pathArguments = request.pathArguments,
                                .subject = request.subject};
        const std::optional<QString> objection = m_witness->admit(*witnessed);
        if (objection && !refused) {
            refused = notSent(ErrorKind::ReadOnly, *objection);
            refused->objected = true;
        }
    }
    auto *job = new RequestJob(*this, std::move(request));
    const Call<ApiReply> call = job->call();
    if (witnessed) {
        job->witness(*m_witness, *witnessed);
    }
    setActive(m_active + 1);
    if (refused) {
        job->refuse(*refused);
    } else {
        job->start();
    }
    return call;
}

std::optional<ApiError> ApiClient::refusal(const ApiRequest &request) const
{
    if (!m_endpoint.hasKeys()) {
        return notSent(ErrorKind::NotConfigured, tr("There is no App-id or no secret, so nothing was sent."));
    }
    if (!m_endpoint.isUrlAllowed()) {
        return notSent(ErrorKind::ForbiddenUrl,
                       tr("The address of the API must begin with https, so nothing was sent."));
    }
    if (!wireUrl(m_endpoint, request)) {
        return notSent(ErrorKind::ForbiddenUrl, tr("This is not an id, so nothing was sent."));
    }
    if (isWrite(request.method) && (m_readOnly || (m_isGateOpen && !m_isGateOpen()))) {
        return notSent(ErrorKind::ReadOnly, tr("Writes are locked, so nothing was sent."));
    }
    return std::nullopt;
}

QNetworkRequest ApiClient::prepared(const ApiRequest &request)
{
    const QUrl url = wireUrl(m_endpoint, request).value_or(QUrl());
    QNetworkRequest prepared(url);
    prepared.setRawHeader("Accept", "application/json");
    prepared.setRawHeader("Content-Type", "application/json");
    prepared.setRawHeader("User-Agent", "Saltdesk/" SALTDESK_VERSION);
    prepared.setRawHeader("App-id", m_endpoint.appId);
    prepared.setRawHeader("Secret", m_endpoint.secret.reveal().toByteArray());
    if (m_endpoint.signer) {
        const qint64 expiresAt = m_serverClock.now().toSecsSinceEpoch() + m_limits.signatureLifetime.count();
        QByteArray text = RequestSigner::stringToSign(expiresAt, request.method, url, request.body);
        prepared.setRawHeader("Expires-at", QByteArray::number(expiresAt));
        prepared.setRawHeader("Signature", m_endpoint.signer->sign(text));
        wipe(text);
    }
    closeSideDoors(prepared);
    if (url.scheme() == "https"_L1) {
        prepared.setSslConfiguration(tls());
    }
    return prepared;
}

QNetworkReply *ApiClient::transmit(ApiRequest &request)
{
    QNetworkRequest wire = prepared(request);
    if (!isWrite(request.method)) {
        m_lastTraffic.start();
        return m_network.get(wire);
    }
    if (m_active == 1 &&
        (!m_lastTraffic.isValid() || std::chrono::milliseconds(m_lastTraffic.elapsed()) > trustedIdleTime)) {
        m_network.clearConnectionCache();
    }
    m_lastTraffic.start();
    wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // The job gives its bytes away: there is nothing left that could be sent a second time.
    auto *body = new WriteBody(std::exchange(request.body, {}));
    QNetworkReply *reply = m_network.sendCustomRequest(wire, methodName(request.method), body);
    body->setParent(reply);
    return reply;
}

const QSslConfiguration &ApiClient::tls()
{
    if (!m_tls) {
        m_tls = trustedTls(m_endpoint);
    }
    return *m_tls;
}

void ApiClient::warmUp()
{
    if (m_endpoint.hasKeys() && m_endpoint.isUrlAllowed() && m_endpoint.baseUrl.scheme() == "https"_L1) {
        const int port = m_endpoint.baseUrl.port(443);
        m_network.connectToHostEncrypted(m_endpoint.baseUrl.host(), static_cast<quint16>(port), tls());
    }
}

int ApiClient::activeWrites() const
{
    const auto jobs = findChildren<RequestJob *>(Qt::FindDirectChildrenOnly);
    return static_cast<int>(std::ranges::count_if(jobs, &RequestJob::isRunningWrite));
}

void ApiClient::setActive(int requests)
{
    m_active = requests;
    emit activeChanged(requests);
}

} // namespace saltdesk::api
