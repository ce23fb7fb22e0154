// SPDX-License-Identifier: Apache-2.0
#include "transport/TrustedTls.h"

#include "transport/ApiEndpoint.h"

#include <QSslSocket>

namespace saltdesk::api {

QSslConfiguration trustedTls(const ApiEndpoint &endpoint)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!endpoint.extraCertificates.isEmpty()) {
        // Naming certificates switches off Qt's loading of the system's on demand, so those are named too.
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + endpoint.extraCertificates);
    }
    return tls;
}

} // namespace saltdesk::api
