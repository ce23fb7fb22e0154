// SPDX-License-Identifier: Apache-2.0
#include "proving/EndpointLine.h"

#include "proving/ProofSentences.h"
#include "transport/TrustedTls.h"

#include <QLocale>
#include <QSslSocket>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isEncrypted(const QUrl &url)
{
    return url.scheme() == "https"_L1;
}

HopResult failedLine(Hop hop, const QString &detail)
{
    return {.hop = hop, .state = HopState::Failed, .detail = detail};
}

QString certificateName(const QStringList &names)
{
    return names.isEmpty() ? EndpointLine::tr("nobody") : names.constFirst();
}

} // namespace

EndpointLine::EndpointLine(const api::ApiEndpoint &endpoint, const QNetworkProxy &proxy, QObject *parent)
    : QObject(parent)
    , m_url(endpoint.baseUrl)
    , m_proxy(proxy)
    , m_socket(new QSslSocket(this))
{
    m_socket->setProxy(m_proxy);
    if (isEncrypted(m_url)) {
        m_socket->setSslConfiguration(api::trustedTls(endpoint));
    }
    connect(m_socket, &QAbstractSocket::connected, this, [this] {
        m_reached = true;
        emit connected();
    });
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        m_ended = true;
        emit secured(certificateSentence());
    });
    connect(m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_untrusted = errors.value(0); });
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this] { breakWith(failureAfterError()); });
}

EndpointLine::~EndpointLine()
{
    m_socket->disconnect(this);
}

void EndpointLine::open()
{
    if (isEncrypted(m_url)) {
        m_socket->connectToHostEncrypted(m_url.host(), static_cast<quint16>(m_url.port(443)));
    } else {
        m_socket->connectToHost(m_url.host(), static_cast<quint16>(m_url.port(80)));
    }
}

HopResult EndpointLine::lateness() const
{
    if (m_reached) {
        return failedLine(Hop::Tls, tr("The server does not end the TLS handshake in time."));
    }
    return usesProxy() ? failedLine(Hop::Proxy, tr("The proxy %1 does not answer in time.").arg(m_proxy.hostName()))
                       : failedLine(Hop::Reachability, tr("The server does not answer in time."));
}

void EndpointLine::breakWith(const HopResult &failure)
{
    if (!m_ended) {
        m_ended = true;
        emit broke(failure);
    }
}

HopResult EndpointLine::failureAfterError() const
{
    const QString words = withoutFullStop(m_socket->errorString());
    if (m_untrusted.error() != QSslError::NoError) {
        const QSslCertificate certificate =
            m_untrusted.certificate().isNull() ? m_socket->peerCertificate() : m_untrusted.certificate();
        return failedLine(Hop::Tls, tr("The certificate of %1, issued by %2, is not trusted: %3.")
                                        .arg(certificateName(certificate.subjectInfo(QSslCertificate::CommonName)),
                                             certificateName(certificate.issuerInfo(QSslCertificate::CommonName)),
                                             withoutFullStop(m_untrusted.errorString())));
    }
    if (m_reached) {
        return failedLine(Hop::Tls, tr("The TLS handshake failed: %1.").arg(words));
    }
    if (usesProxy()) {
        return proxyFailure();
    }
    if (m_socket->error() == QAbstractSocket::HostNotFoundError) {
        return failedLine(Hop::Name, tr("The name %1 cannot be found.").arg(m_url.host()));
    }
    return failedLine(Hop::Reachability, tr("The server cannot be reached: %1.").arg(words));
}

HopResult EndpointLine::proxyFailure() const
{
    const QString proxy = u"%1:%2"_s.arg(m_proxy.hostName()).arg(m_proxy.port());
    const QAbstractSocket::SocketError error = m_socket->error();
    if (error == QAbstractSocket::ProxyAuthenticationRequiredError) {
        return failedLine(Hop::Proxy, m_proxy.user().isEmpty()
                                          ? tr("The proxy %1 wants a user and a password.").arg(proxy)
                                          : tr("The proxy %1 refuses the user or the password.").arg(proxy));
    }
    if (error == QAbstractSocket::ProxyNotFoundError) {
        return failedLine(Hop::Proxy, tr("The proxy's name %1 cannot be found.").arg(m_proxy.hostName()));
    }
    if (error == QAbstractSocket::ProxyConnectionRefusedError) {
        return failedLine(Hop::Proxy, tr("Nobody listens at the proxy's address %1.").arg(proxy));
    }
    if (error == QAbstractSocket::SocketAccessError) {
        return failedLine(Hop::Proxy, tr("The proxy %1 does not let us through to %2.").arg(proxy, m_url.host()));
    }
    if (error == QAbstractSocket::HostNotFoundError) {
        return failedLine(Hop::Name, tr("The proxy %1 cannot find the name %2.").arg(proxy, m_url.host()));
    }
    if (error == QAbstractSocket::ConnectionRefusedError) {
        return failedLine(Hop::Reachability, tr("The proxy %1 cannot reach %2.").arg(proxy, m_url.host()));
    }
    return failedLine(Hop::Proxy, tr("The proxy %1 failed: %2.").arg(proxy, withoutFullStop(m_socket->errorString())));
}

QString EndpointLine::certificateSentence() const
{
    const QSslCertificate certificate = m_socket->peerCertificate();
    return tr("The certificate of %1, issued by %2, is trusted and valid until %3.")
        .arg(certificateName(certificate.subjectInfo(QSslCertificate::CommonName)),
             certificateName(certificate.issuerInfo(QSslCertificate::CommonName)),
             QLocale().toString(certificate.expiryDate().toUTC().date(), QLocale::ShortFormat));
}

} // namespace saltdesk::models
