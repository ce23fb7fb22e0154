// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace saltdesk::testing {

/// An HTTP proxy on 127.0.0.1 that tunnels: answers CONNECT and from then on passes bytes both ways. With a login it
/// wants it (Basic). Lives in the test's thread.
class TunnelProxy : public QObject
{
    Q_OBJECT

public:
    explicit TunnelProxy(const QByteArray &login = {}, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Whatever is asked for, to this port of this computer: as a name that leads elsewhere.
    void leadTo(quint16 port) { m_detour = port; }
    /// The CONNECTs that were let through.
    [[nodiscard]] int tunnels() const { return m_tunnels; }

private:
    void greet(QTcpSocket *client);
    void tunnel(QTcpSocket *client, const QByteArray &target);

    QTcpServer m_server;
    QByteArray m_login;
    quint16 m_detour = 0;
    int m_tunnels = 0;
};

} // namespace saltdesk::testing
