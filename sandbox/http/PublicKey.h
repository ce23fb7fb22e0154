// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>
#include <optional>

using EVP_PKEY = struct evp_pkey_st;

namespace saltdesk::sandbox {

/// The public half of a client's RSA key.
class PublicKey
{
public:
    /// Nothing when the text holds no RSA public key.
    [[nodiscard]] static std::optional<PublicKey> fromPem(const QByteArray &pem);

    /// RSA, PKCS#1 v1.5, SHA-256, Base64 on one line (reference 1.2).
    [[nodiscard]] bool verifies(const QByteArray &text, const QByteArray &signatureBase64) const;

private:
    explicit PublicKey(std::shared_ptr<EVP_PKEY> key)
        : m_key(std::move(key))
    {}

    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace saltdesk::sandbox
