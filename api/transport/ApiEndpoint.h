// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/RequestSigner.h"
#include "transport/RetryPolicy.h"
#include "transport/Secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QSslCertificate>
#include <QUrl>

#include <chrono>
#include <optional>

namespace saltdesk::api {

/// A key that can stand in a header: visible ASCII only. Pure.
[[nodiscard]] bool fitsInHeader(QByteArrayView key);

/// Where the API is and with which keys it is called.
struct ApiEndpoint
{
    /// Such as https://www.saltedge.com/api/v5. Plain http is allowed to loopback only.
    QUrl baseUrl;
    QByteArray appId;
    Secret secret;
    /// Without a key neither `Expires-at` nor `Signature` is sent; live clients need both (reference 1.1).
    std::optional<RequestSigner> signer;
    /// Trusted in addition to the system's.
    QList<QSslCertificate> extraCertificates;

    /// Both are there and fit in a header.
    [[nodiscard]] bool hasKeys() const;
    /// https, or http to loopback; without user, query or fragment.
    [[nodiscard]] bool isUrlAllowed() const;
};

/// Bounds on every exchange.
struct TransportLimits
{
    /// Longest silence of the server.
    std::chrono::milliseconds silence{30'000};
    /// Longest exchange as a whole, so that a server that drips bytes ends too.
    std::chrono::milliseconds whole{120'000};
    qint64 bodyBytes = qint64{16} * 1024 * 1024;
    /// How far ahead `Expires-at` lies; the vendor recommends a minute (reference 1.2).
    std::chrono::seconds signatureLifetime{60};
    RetryPolicy retry;
};

} // namespace saltdesk::api
