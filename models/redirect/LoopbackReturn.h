// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace saltdesk::models {

class LoopbackVisit;
enum class ReturnStatus : short;
struct ReturnRequest;

/// Where a bank sends the customer's browser back to: one page on 127.0.0.1, for one authorisation.
///
/// This is the one place where a `return_to` is made. That the live API accepts an address of http on the loopback is
/// unconfirmed (reference 5.3: it was seen in sandbox clients of v6 only); should it refuse it, another kind of
/// address, such as an own scheme, belongs here and nowhere else.
///
/// GUI thread; owned by whoever runs the authorisation. After listen() gave true, at most one of returned and expired
/// comes, once, always after the event loop has turned, so the owner may delete this in the slot; it no longer listens
/// by then. Neither comes once it is destroyed, which closes every socket. What is not a GET of exactly the address of
/// returnTo() by a client that calls us 127.0.0.1 is refused and ends nothing: the state in the path cannot be guessed,
/// and a foreign page cannot reach us under a name of its own (DNS rebinding). Nothing of a request is ever logged.
class LoopbackReturn : public QObject
{
    Q_OBJECT

public:
    explicit LoopbackReturn(std::chrono::milliseconds span = std::chrono::minutes{10}, QObject *parent = nullptr);
    ~LoopbackReturn() override;

    /// How long one socket may take from its first byte to our last; for tests. Holds for sockets that come later.
    void setPatience(std::chrono::milliseconds perSocket) { m_patience = perSocket; }

    /// Takes a free port and starts the span. False: there is none, or it was called before.
    [[nodiscard]] bool listen();
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    /// `http://127.0.0.1:PORT/return/STATE`; empty before listen().
    [[nodiscard]] QUrl returnTo() const { return m_returnTo; }

signals:
    /// The browser is back. Everything after the '?' exactly as on the wire, empty if there was none: what
    /// `/oauth_providers/authorize` wants as `query_string`.
    void returned(const saltdesk::api::Secret &queryString);
    /// Nobody came within the span.
    void expired();

private:
    void welcome();
    void judge(LoopbackVisit &visit);
    [[nodiscard]] ReturnStatus verdict(const ReturnRequest &request) const;
    void accept(const LoopbackVisit &visit);
    /// All sockets but that one.
    void close(const LoopbackVisit *spared = nullptr);

    std::chrono::milliseconds m_span;
    std::chrono::milliseconds m_patience{10'000};
    QTcpServer m_server;
    QTimer m_end;
    QUrl m_returnTo;
    QByteArray m_host;
    api::Secret m_path;
};

} // namespace saltdesk::models
