// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <deque>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace saltdesk::testing {

/// A server on a bare socket of 127.0.0.1, over HTTP or TLS: reads whole requests and does to each exactly what the
/// test says, such as hanging up without a word. Lives in the test's thread.
class RawServer : public QObject
{
    Q_OBJECT

public:
    enum class Transport { Http, Tls };

    /// What is done to one request.
    struct Reaction
    {
        /// Written as it is; empty: nothing is written.
        QByteArray bytes;
        bool hangUp = false;
    };

    explicit RawServer(Transport transport, QObject *parent = nullptr);
    ~RawServer() override;

    [[nodiscard]] QUrl baseUrl() const;
    /// Queued; requests beyond the queue are met with `hangUp`.
    void react(const Reaction &reaction) { m_reactions.push_back(reaction); }
    /// A complete 200 with this JSON; the connection stays open.
    [[nodiscard]] static Reaction json(const QByteArray &body, const QByteArray &extraHeaders = {});
    [[nodiscard]] static Reaction hangUp() { return {{}, true}; }
    [[nodiscard]] static Reaction silence() { return {}; }

    /// Every request read to its end, header and body.
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray &verb) const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept();
    void read(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const QByteArray &request);

    std::unique_ptr<QTcpServer> m_server;
    Transport m_transport;
    std::deque<Reaction> m_reactions;
    QHash<QTcpSocket *, QByteArray> m_unread;
    QList<QByteArray> m_requests;
    int m_connections = 0;
};

} // namespace saltdesk::testing
