// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/ClientSocket.h"

#include <QString>
#include <memory>
#include <tl/expected.hpp>

using SSL_CTX = struct ssl_ctx_st;

namespace saltdesk::sandbox {

/// The server's certificate and key; turns accepted connections into encrypted ones (TLS 1.2 or newer).
class TlsContext
{
public:
    /// Both are paths of PEM files. The error names the one that cannot be used.
    [[nodiscard]] static tl::expected<TlsContext, QString> load(const QString &certificateFile, const QString &keyFile);

    /// Shakes hands; null when the client does not.
    [[nodiscard]] std::unique_ptr<ClientSocket> accept(sockets::Descriptor descriptor) const;

private:
    explicit TlsContext(std::shared_ptr<SSL_CTX> context)
        : m_context(std::move(context))
    {}

    std::shared_ptr<SSL_CTX> m_context;
};

} // namespace saltdesk::sandbox
