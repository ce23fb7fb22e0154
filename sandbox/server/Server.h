// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/FrontDoor.h"
#include "server/ServerOptions.h"

#include <QUrl>
#include <memory>
#include <thread>
#include <tl/expected.hpp>

namespace saltdesk::sandbox {

class Listener;

/// A stand-in for Salt Edge v5 on 127.0.0.1, over real HTTP or HTTPS, on threads of its own. Belongs to whoever made
/// it; all its functions may be called from any one thread, `faults()` from every one. Destroying it stops it.
///
///     sandbox::Server server;
///     if (auto started = server.start(); !started) { … started.error() … }
///     client.setEndpoint(server.baseUrl(), server.appId(), server.secret());
class Server
{
public:
    /// The customer who shows most at a glance; what an app opens first.
    [[nodiscard]] static QString demoCustomer();
    /// Per bank: how it is made to succeed, ask and fail. Plain text, several lines.
    [[nodiscard]] static QString help();

    explicit Server(ServerOptions options = {});
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Listens when it returns. The error is a sentence without a full stop: port taken, key or certificate unusable.
    [[nodiscard]] tl::expected<void, QString> start();
    /// Cuts every connection and waits for the threads; prompt, whatever the clients do. Can be started again: then the
    /// state begins anew, the credentials stay.
    void stop();

    /// `http://127.0.0.1:PORT/api/v5`; valid once started.
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QString appId() const { return m_options.appId; }
    [[nodiscard]] QString secret() const { return m_options.secret; }

    /// What shall go wrong. Only between `start` and `stop`.
    [[nodiscard]] FaultPlan &faults() { return m_door->faults(); }
    /// The requests received so far, oldest first, without secrets; those with a lost reply too.
    [[nodiscard]] QList<LoggedRequest> requestLog() const { return m_door->log(); }
    void clearRequestLog() { m_door->clearLog(); }

private:
    ServerOptions m_options;
    quint16 m_port = 0;
    std::unique_ptr<FrontDoor> m_door;
    std::unique_ptr<Listener> m_listener;
    std::thread m_thread;
};

} // namespace saltdesk::sandbox
