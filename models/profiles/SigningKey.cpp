// SPDX-License-Identifier: Apache-2.0
#include "profiles/SigningKey.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct SigningKeyTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::SigningKey)
};

tl::unexpected<SigningKeyError> unusable(SigningKeyFault fault, const QString &text)
{
    return tl::unexpected(SigningKeyError{fault, text});
}

} // namespace

bool isEncrypted(const api::Secret &pem)
{
    const QByteArrayView bytes = pem.reveal();
    return bytes.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || bytes.contains("Proc-Type: 4,ENCRYPTED");
}

tl::expected<api::RequestSigner, SigningKeyError> readSigningKey(const api::Secret &pem, const api::Secret &passphrase)
{
    const QByteArrayView bytes = pem.reveal();
    if (!bytes.contains("-----BEGIN ")) {
        return unusable(SigningKeyFault::NotPem, SigningKeyTexts::tr("This is no PEM file."));
    }
    if (!bytes.contains("PRIVATE KEY-----")) {
        return unusable(SigningKeyFault::NotPrivate,
                        SigningKeyTexts::tr("There is no private key in it. The public key belongs into Salt Edge's "
                                            "dashboard; requests are signed with the private one."));
    }
    const bool encrypted = isEncrypted(pem);
    if (encrypted && passphrase.isEmpty()) {
        return unusable(SigningKeyFault::NeedsPassphrase,
                        SigningKeyTexts::tr("The signing key is encrypted; its passphrase is needed."));
    }
    auto signer = api::RequestSigner::fromPem(pem, passphrase);
    if (signer) {
        return std::move(*signer);
    }
    return unusable(encrypted ? SigningKeyFault::WrongPassphrase : SigningKeyFault::Unusable, signer.error());
}

} // namespace saltdesk::models
