// SPDX-License-Identifier: Apache-2.0
#include "http/PublicKey.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace saltdesk::sandbox {

std::optional<PublicKey> PublicKey::fromPem(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> source(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    std::shared_ptr<EVP_PKEY> key(PEM_read_bio_PUBKEY(source.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) {
        return std::nullopt;
    }
    return PublicKey(std::move(key));
}

bool PublicKey::verifies(const QByteArray &text, const QByteArray &signatureBase64) const
{
    const auto decoded = QByteArray::fromBase64Encoding(signatureBase64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        return false;
    }
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(decoded.decoded), static_cast<std::size_t>(decoded.decoded.size()),
                            bytes(text), static_cast<std::size_t>(text.size())) == 1;
}

} // namespace saltdesk::sandbox
