// SPDX-License-Identifier: Apache-2.0
#include "server/TlsContext.h"

#include <QFile>
#include <algorithm>
#include <climits>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

class TlsSocket final : public ClientSocket
{
public:
    using Session = std::unique_ptr<SSL, decltype(&SSL_free)>;

    TlsSocket(sockets::Descriptor descriptor, Session session)
        : ClientSocket(descriptor)
        , m_session(std::move(session))
    {}

    std::ptrdiff_t read(char *to, std::size_t size) override { return SSL_read(m_session.get(), to, clamp(size)); }
    std::ptrdiff_t write(const char *from, std::size_t size) override
    {
        return SSL_write(m_session.get(), from, clamp(size));
    }
    bool waitForData(std::chrono::milliseconds time) override
    {
        return SSL_pending(m_session.get()) > 0 || ClientSocket::waitForData(time);
    }
    void finish() override { SSL_shutdown(m_session.get()); }

private:
    static int clamp(std::size_t size) { return static_cast<int>(std::min<std::size_t>(size, INT_MAX)); }

    Session m_session;
};

} // namespace

tl::expected<TlsContext, QString> TlsContext::load(const QString &certificateFile, const QString &keyFile)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    if (SSL_CTX_use_certificate_chain_file(context.get(), QFile::encodeName(certificateFile).constData()) != 1) {
        return tl::unexpected(u"cannot use the certificate "_s + certificateFile);
    }
    const QByteArray key = QFile::encodeName(keyFile);
    if (SSL_CTX_use_PrivateKey_file(context.get(), key.constData(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context.get()) != 1) {
        return tl::unexpected(u"cannot use the key "_s + keyFile);
    }
    return TlsContext(std::move(context));
}

std::unique_ptr<ClientSocket> TlsContext::accept(sockets::Descriptor descriptor) const
{
    ERR_clear_error();
    TlsSocket::Session session(SSL_new(m_context.get()), &SSL_free);
    if (SSL_set_fd(session.get(), static_cast<int>(descriptor)) != 1 || SSL_accept(session.get()) != 1) {
        return nullptr;
    }
    return std::make_unique<TlsSocket>(descriptor, std::move(session));
}

} // namespace saltdesk::sandbox
