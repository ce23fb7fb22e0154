// SPDX-License-Identifier: Apache-2.0
#include "proving/EndpointProof.h"

#include "proving/AnswerVerdict.h"
#include "proving/EndpointLine.h"
#include "proving/ProofSentences.h"
#include "resources/ConnectionsApi.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The smallest page that the API gives.
constexpr int proofPage = 100;

/// The proxy that the access manager will use for this address.
QNetworkProxy proofProxy(const ProofSubject &subject)
{
    if (subject.proxy.mode != ProxySettings::Mode::System) {
        return manualProxy(subject.proxy, subject.proxyPassword);
    }
    QNetworkProxy proxy = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(subject.endpoint.baseUrl))
                              .value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    if (proxy.type() == QNetworkProxy::HttpCachingProxy) {
        proxy.setType(QNetworkProxy::HttpProxy);
    }
    return proxy;
}

api::TransportLimits proofTransport(std::chrono::milliseconds limit)
{
    api::TransportLimits limits;
    limits.silence = limit;
    limits.whole = limit;
    limits.retry.maxTries = 1;
    return limits;
}

/// Nobody has the customer's id 0, no bank has this code, and without credentials there is nothing to fetch with.
api::CreateConnectionRequest impossibleCreation()
{
    api::CreateConnectionRequest request;
    request.customerId = api::CustomerId(u"0"_s);
    request.countryCode = u"XF"_s;
    request.providerCode = u"saltdesk_connection_test"_s;
    request.consent.scopes = {u"account_details"_s};
    return request;
}

std::array<HopResult, proofHops.size()> waitingHops()
{
    std::array<HopResult, proofHops.size()> results;
    std::ranges::transform(proofHops, results.begin(), [](Hop hop) { return HopResult{.hop = hop}; });
    return results;
}

} // namespace

EndpointProof::EndpointProof(ProofSubject subject, const api::Clock &clock, QObject *parent, ProofLimits limits)
    : QObject(parent)
    , m_subject(std::move(subject))
    , m_clock(clock)
    , m_limits(limits)
    , m_proxy(QNetworkProxy::NoProxy)
    , m_results(waitingHops())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_limits.hop);
    connect(&m_patience, &QTimer::timeout, this, &EndpointProof::hopIsLate);
}

EndpointProof::~EndpointProof()
{
    if (m_lookup >= 0) {
        QHostInfo::abortHostLookup(m_lookup);
    }
}

bool EndpointProof::isEncrypted() const
{
    return m_subject.endpoint.baseUrl.scheme() == "https"_L1;
}

bool EndpointProof::passed() const
{
    return m_ended && firstFailure() == nullptr && keysWork();
}

bool EndpointProof::keysWork() const
{
    const HopResult *failure = firstFailure();
    const bool failed = failure != nullptr && failure->hop != Hop::Permission;
    return m_ended && result(Hop::ApiVersion).state == HopState::Passed && !failed;
}

const HopResult *EndpointProof::firstFailure() const
{
    const auto *found = std::ranges::find(m_results, HopState::Failed, &HopResult::state);
    return found == m_results.end() ? nullptr : found;
}

void EndpointProof::start()
{
    QMetaObject::invokeMethod(this, &EndpointProof::proveName, Qt::QueuedConnection);
}

void EndpointProof::cancel()
{
    end(cancelledSentence());
}

void EndpointProof::proveName()
{
    if (m_ended) {
        return;
    }
    begin(Hop::Name);
    if (!m_subject.endpoint.isUrlAllowed()) {
        fail(addressForbidden());
        return;
    }
    m_proxy = proofProxy(m_subject);
    const QString host = m_subject.endpoint.baseUrl.host();
    if (isProxied() || !QHostAddress(host).isNull()) {
        settle(isProxied() ? nameIsForProxy(m_proxy) : nameIsAddress());
        proveLine();
        return;
    }
    m_lookup = QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) { takeAddress(info); });
}

void EndpointProof::takeAddress(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_ended) {
        return;
    }
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        fail(nameMissing(info.hostName()));
        return;
    }
    settle(nameFound(info.hostName(), info.addresses().constFirst().toString()));
    proveLine();
}

void EndpointProof::proveLine()
{
    if (m_ended) {
        return;
    }
    if (!isProxied()) {
        settle(proxyNotUsed());
    }
    if (!isProxied() && !isEncrypted()) {
        settle(tlsNotUsed());
        readCustomers();
        return;
    }
    begin(isProxied() ? Hop::Proxy : Hop::Tls);
    m_line = std::make_unique<EndpointLine>(m_subject.endpoint, m_proxy);
    connect(m_line.get(), &EndpointLine::connected, this, &EndpointProof::lineConnected);
    connect(m_line.get(), &EndpointLine::secured, this, [this](const QString &detail) {
        settle({.hop = Hop::Tls, .state = HopState::Passed, .detail = detail});
        readCustomers();
    });
    connect(m_line.get(), &EndpointLine::broke, this, &EndpointProof::fail);
    m_line->open();
}

void EndpointProof::lineConnected()
{
    if (isProxied()) {
        settle(proxyPassed(m_proxy));
    }
    if (isEncrypted()) {
        begin(Hop::Tls);
        return;
    }
    settle(tlsNotUsed());
    readCustomers();
}

void EndpointProof::readCustomers()
{
    if (m_ended) {
        return;
    }
    begin(Hop::Reachability);
    // The client keeps its own time.
    m_patience.stop();
    applyProxy(m_network, m_subject.proxy, m_subject.proxyPassword);
    m_client = std::make_unique<api::ApiClient>(m_network, m_subject.endpoint, m_clock, proofTransport(m_limits.hop));
    m_client->setWriteWitness(m_subject.witness);
    m_client->setReadOnly(!m_subject.mayWrite);
    QElapsedTimer asked;
    asked.start();
    api::CustomersApi(*m_client).list({}, proofPage).then(this, [this, asked](const ListedCustomers &answer) {
        takeAnswer(answer, std::chrono::milliseconds(asked.elapsed()));
    });
}

void EndpointProof::takeAnswer(const ListedCustomers &answer, std::chrono::milliseconds after)
{
    if (m_ended) {
        return;
    }
    if (!answer) {
        const HopResult verdict = verdictOnReading(answer.error());
        passAnswered(verdict.hop, after);
        fail(verdict);
        return;
    }
    passAnswered(Hop::Permission, after);
    provePermission();
}

void EndpointProof::passAnswered(Hop before, std::chrono::milliseconds after)
{
    const std::chrono::milliseconds offset{m_clock.now().msecsTo(m_client->serverClock().now())};
    for (const HopResult &proved :
         {apiAnswered(after), keysKnown(before > Hop::ApiVersion), clockCompared(offset, m_limits.clock),
          signatureAccepted(m_subject.endpoint.signer.has_value()), versionAccepted()}) {
        if (proved.hop < before) {
            settle(proved);
        }
    }
}

void EndpointProof::provePermission()
{
    if (m_ended) {
        return;
    }
    if (!m_subject.mayWrite) {
        settle(permissionUntested());
        end({});
        return;
    }
    begin(Hop::Permission);
    m_patience.stop();
    api::ConnectionsApi(*m_client).create(impossibleCreation()).then(this, [this](const CreatedConnection &answer) {
        takeWriting(answer);
    });
}

void EndpointProof::takeWriting(const CreatedConnection &answer)
{
    if (m_ended) {
        return;
    }
    if (answer) {
        settle(permissionGranted());
        end({});
        return;
    }
    const HopResult verdict = verdictOnWriting(answer.error());
    if (verdict.state == HopState::Failed) {
        fail(verdict);
        return;
    }
    settle(verdict);
    end({});
}

void EndpointProof::begin(Hop hop)
{
    m_patience.start();
    settle({.hop = hop, .state = HopState::Running});
}

void EndpointProof::settle(const HopResult &result)
{
    if (m_ended) {
        return;
    }
    m_results[static_cast<std::size_t>(result.hop)] = result;
    emit hopChanged(result.hop);
}

void EndpointProof::fail(const HopResult &failure)
{
    settle(failure);
    end(notReachedSentence());
}

void EndpointProof::hopIsLate()
{
    if (m_line) {
        fail(m_line->lateness());
    } else {
        fail(nameMissing(m_subject.endpoint.baseUrl.host()));
    }
}

void EndpointProof::end(const QString &openHops)
{
    if (m_ended) {
        return;
    }
    m_patience.stop();
    for (const HopResult &result : m_results) {
        if (result.isOpen()) {
            settle({.hop = result.hop, .state = HopState::NotTested, .detail = openHops});
        }
    }
    m_ended = true;
    emit ended();
}

} // namespace saltdesk::models
