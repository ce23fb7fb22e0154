// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiRequest.h"
#include "transport/Secret.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <memory>

namespace saltdesk::api {

/// Signs requests with the client's RSA key (reference 1.2): PKCS#1 v1.5 over SHA-256, Base64 on one line. The key is
/// parsed once. Copies share it; const use from several threads is safe.
class RequestSigner
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::api::RequestSigner)

public:
    /// Reads an unencrypted or, with the passphrase, an encrypted PEM of an RSA key of at least 2048 bits.
    /// The error is a translated sentence.
    [[nodiscard]] static tl::expected<RequestSigner, QString> fromPem(const Secret &pem, const Secret &passphrase = {});

    /// `<Expires-at>|<METHOD>|<URL>|<body>`: the URL exactly as on the wire, the body the very bytes that are sent.
    [[nodiscard]] static QByteArray stringToSign(qint64 expiresAt, Method method, const QUrl &url,
                                                 const QByteArray &body);
    /// The value of the `Signature` header; empty if OpenSSL failed.
    [[nodiscard]] QByteArray sign(const QByteArray &stringToSign) const;

private:
    class Key;
    explicit RequestSigner(std::shared_ptr<const Key> key);
    std::shared_ptr<const Key> m_key;
};

} // namespace saltdesk::api
