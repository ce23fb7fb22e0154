// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proving/ProofHop.h"
#include "transport/ApiEndpoint.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslError>
#include <QUrl>

class QSslSocket;

namespace saltdesk::models {

/// One connection to an endpoint that carries no request: through the proxy, if there is one, and to the end of the TLS
/// handshake, if there is any. Tells which of the two broke, which the access manager does not.
///
/// GUI thread. Signals: connected() once the server is reached, then secured() over https; broke() instead of either.
/// Nothing after secured() or broke(), nor after the line was destroyed.
class EndpointLine : public QObject
{
    Q_OBJECT

public:
    EndpointLine(const api::ApiEndpoint &endpoint, const QNetworkProxy &proxy, QObject *parent = nullptr);
    ~EndpointLine() override;

    void open();
    /// What it is waiting for: the sentence of a time limit that has passed.
    [[nodiscard]] HopResult lateness() const;

signals:
    void connected();
    /// `detail` names the certificate.
    void secured(const QString &detail);
    void broke(const saltdesk::models::HopResult &failure);

private:
    [[nodiscard]] bool usesProxy() const { return m_proxy.type() != QNetworkProxy::NoProxy; }
    [[nodiscard]] HopResult failureAfterError() const;
    [[nodiscard]] HopResult proxyFailure() const;
    [[nodiscard]] QString certificateSentence() const;
    void breakWith(const HopResult &failure);

    QUrl m_url;
    QNetworkProxy m_proxy;
    QSslSocket *m_socket;
    QSslError m_untrusted;
    bool m_reached = false;
    bool m_ended = false;
};

} // namespace saltdesk::models
