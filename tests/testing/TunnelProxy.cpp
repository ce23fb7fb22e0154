// SPDX-License-Identifier: Apache-2.0
#include "testing/TunnelProxy.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

TunnelProxy::TunnelProxy(const QByteArray &login, QObject *parent)
    : QObject(parent)
    , m_login(login)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { greet(client); });
        }
    });
}

void TunnelProxy::greet(QTcpSocket *client)
{
    if (!client->peek(client->bytesAvailable()).contains("\r\n\r\n")) {
        return;
    }
    const QByteArray request = client->readAll();
    const QByteArray wanted = "Proxy-Authorization: Basic " + m_login.toBase64() + "\r\n";
    if (!m_login.isEmpty() && !request.contains(wanted)) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    client->disconnect(this);
    tunnel(client, request.split(' ').value(1));
}

void TunnelProxy::tunnel(QTcpSocket *client, const QByteArray &target)
{
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [this, client] {
        ++m_tunnels;
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    });
    connect(server, &QTcpSocket::errorOccurred, client, [client] { client->disconnectFromHost(); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    const QList<QByteArray> place = target.split(':');
    const QString host = QString::fromLatin1(place.value(0));
    server->connectToHost(m_detour == 0 ? host : u"127.0.0.1"_s, m_detour == 0 ? place.value(1).toUShort() : m_detour);
}

} // namespace saltdesk::testing
