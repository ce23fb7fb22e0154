// SPDX-License-Identifier: Apache-2.0
#include "transport/RequestSigner.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <cstring>

namespace saltdesk::api {

namespace {

constexpr int leastBits = 2048;

struct FreeBio
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};
struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

/// Answers OpenSSL's question for the passphrase; without this callback it would ask on the terminal.
int passphraseFor(char *buffer, int size, int /*forWriting*/, void *given)
{
    const auto *passphrase = static_cast<const Secret *>(given);
    const QByteArrayView bytes = passphrase->reveal();
    if (bytes.isEmpty() || bytes.size() > size) {
        return -1;
    }
    std::memcpy(buffer, bytes.data(), static_cast<std::size_t>(bytes.size()));
    return static_cast<int>(bytes.size());
}

} // namespace

class RequestSigner::Key
{
public:
    explicit Key(EVP_PKEY *key)
        : m_key(key)
    {}
    ~Key() { EVP_PKEY_free(m_key); }
    Q_DISABLE_COPY_MOVE(Key)

    [[nodiscard]] EVP_PKEY *get() const { return m_key; }

private:
    EVP_PKEY *m_key;
};

RequestSigner::RequestSigner(std::shared_ptr<const Key> key)
    : m_key(std::move(key))
{}

tl::expected<RequestSigner, QString> RequestSigner::fromPem(const Secret &pem, const Secret &passphrase)
{
    const QByteArrayView bytes = pem.reveal();
    const std::unique_ptr<BIO, FreeBio> bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    Secret given = passphrase;
    EVP_PKEY *parsed = bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, passphraseFor, &given) : nullptr;
    if (parsed == nullptr) {
        return tl::unexpected(tr("The signing key is not a readable PEM private key, or its passphrase is wrong."));
    }
    auto key = std::make_shared<const Key>(parsed);
    if (EVP_PKEY_get_base_id(parsed) != EVP_PKEY_RSA) {
        return tl::unexpected(tr("The signing key is not an RSA key."));
    }
    if (EVP_PKEY_get_bits(parsed) < leastBits) {
        return tl::unexpected(tr("The signing key is too short: it needs 2048 bits or more."));
    }
    return RequestSigner(std::move(key));
}

QByteArray RequestSigner::stringToSign(qint64 expiresAt, Method method, const QUrl &url, const QByteArray &body)
{
    return QByteArray::number(expiresAt) + '|' + methodName(method) + '|' + url.toEncoded() + '|' + body;
}

QByteArray RequestSigner::sign(const QByteArray &stringToSign) const
{
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    const auto *text = reinterpret_cast<const unsigned char *>(stringToSign.constData());
    const auto length = static_cast<std::size_t>(stringToSign.size());
    std::size_t size = 0;
    // An RSA key signs with PKCS#1 v1.5 unless told otherwise.
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key->get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, text, length) != 1) {
        return {};
    }
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, text, length) != 1) {
        return {};
    }
    signature.truncate(static_cast<qsizetype>(size));
    return signature.toBase64();
}

} // namespace saltdesk::api
