// SPDX-License-Identifier: Apache-2.0
#include "testing/RawServer.h"

#include "testing/TestCertificate.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

std::unique_ptr<QTcpServer> serverFor(RawServer::Transport transport)
{
    if (transport == RawServer::Transport::Http) {
        return std::make_unique<QTcpServer>();
    }
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(testCertificate().certificate());
    tls.setPrivateKey(testCertificate().key());
    server->setSslConfiguration(tls);
    return server;
}

/// The size of the first whole request in `bytes`, or 0.
qsizetype wholeRequest(const QByteArray &bytes)
{
    const qsizetype headerEnd = bytes.indexOf("\r\n\r\n");
    if (headerEnd < 0) {
        return 0;
    }
    qsizetype size = headerEnd + 4;
    const QByteArray header = bytes.left(headerEnd).toLower();
    const qsizetype at = header.indexOf("\r\ncontent-length:");
    if (at >= 0) {
        const qsizetype valueAt = at + 17;
        size += header.mid(valueAt, header.indexOf("\r\n", valueAt) - valueAt).trimmed().toLongLong();
    }
    return bytes.size() >= size ? size : 0;
}

} // namespace

RawServer::RawServer(Transport transport, QObject *parent)
    : QObject(parent)
    , m_server(serverFor(transport))
    , m_transport(transport)
{
    m_server->listen(QHostAddress::LocalHost);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
}

RawServer::~RawServer() = default;

QUrl RawServer::baseUrl() const
{
    const QString scheme = m_transport == Transport::Tls ? u"https"_s : u"http"_s;
    return QUrl(u"%1://127.0.0.1:%2/api/v5"_s.arg(scheme).arg(m_server->serverPort()));
}

RawServer::Reaction RawServer::json(const QByteArray &body, const QByteArray &extraHeaders)
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                "\r\n" + extraHeaders + "\r\n" + body,
            false};
}

int RawServer::count(const QByteArray &verb) const
{
    const QByteArray start = verb + ' ';
    const auto isIt = [&](const QByteArray &request) { return request.startsWith(start); };
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), isIt));
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket);
    }
}

void RawServer::read(QTcpSocket *socket)
{
    QByteArray &unread = m_unread[socket];
    unread += socket->readAll();
    while (const qsizetype size = wholeRequest(unread)) {
        const QByteArray request = unread.left(size);
        unread.remove(0, size);
        handle(socket, request);
    }
}

void RawServer::handle(QTcpSocket *socket, const QByteArray &request)
{
    m_requests.append(request);
    Reaction reaction = hangUp();
    if (!m_reactions.empty()) {
        reaction = m_reactions.front();
        m_reactions.pop_front();
    }
    socket->write(reaction.bytes);
    if (reaction.hangUp) {
        socket->flush();
        socket->disconnectFromHost();
    }
}

} // namespace saltdesk::testing
