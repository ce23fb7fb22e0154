// SPDX-License-Identifier: Apache-2.0
#include "transport/Secret.h"

#include "redaction/KnownSecrets.h"

#include <openssl/crypto.h>

namespace saltdesk::api {

class Secret::Buffer
{
public:
    explicit Buffer(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        KnownSecrets::ofProcess().add(m_bytes);
    }
    ~Buffer()
    {
        KnownSecrets::ofProcess().remove(m_bytes);
        OPENSSL_cleanse(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
    }
    Q_DISABLE_COPY_MOVE(Buffer)

    [[nodiscard]] QByteArrayView view() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

Secret::Secret(QByteArray &&bytes)
{
    if (!bytes.isEmpty()) {
        *this = copyOf(bytes);
    }
    wipe(bytes);
}

Secret Secret::copyOf(QByteArrayView bytes)
{
    Secret secret;
    if (!bytes.isEmpty()) {
        secret.m_buffer = std::make_shared<const Buffer>(bytes.toByteArray());
    }
    return secret;
}

QByteArrayView Secret::reveal() const
{
    return m_buffer ? m_buffer->view() : QByteArrayView();
}

bool operator==(const Secret &a, const Secret &b)
{
    const QByteArrayView left = a.reveal();
    const QByteArrayView right = b.reveal();
    return left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), static_cast<std::size_t>(left.size())) == 0;
}

void wipe(QByteArray &bytes)
{
    // Shared bytes belong to somebody else too; writing would detach and wipe a fresh copy instead.
    if (bytes.isDetached()) {
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

} // namespace saltdesk::api
