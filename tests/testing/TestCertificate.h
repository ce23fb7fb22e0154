// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

namespace saltdesk::testing {

/// An RSA key and a certificate for localhost and 127.0.0.1, signed by itself. Made once per process.
struct TestCertificate
{
    QByteArray keyPem;
    QByteArray publicKeyPem;
    QByteArray certificatePem;

    [[nodiscard]] QSslCertificate certificate() const { return QSslCertificate(certificatePem); }
    [[nodiscard]] QSslKey key() const { return QSslKey(keyPem, QSsl::Rsa); }
};

[[nodiscard]] const TestCertificate &testCertificate();

/// An unencrypted, or with a passphrase an encrypted, PEM of a fresh RSA key.
[[nodiscard]] QByteArray rsaKeyPem(int bits, const QByteArray &passphrase = {});
[[nodiscard]] QByteArray ecKeyPem();
/// Whether the Base64 signature fits (RSA, PKCS#1 v1.5, SHA-256).
[[nodiscard]] bool verifies(const QByteArray &publicKeyPem, const QByteArray &text, const QByteArray &signatureBase64);
[[nodiscard]] QByteArray publicPemOf(const QByteArray &keyPem);

} // namespace saltdesk::testing
