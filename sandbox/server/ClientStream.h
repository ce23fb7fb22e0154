// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/WireFault.h"
#include "server/ClientSocket.h"

#include <QByteArray>
#include <functional>
#include <httplib.h>

namespace saltdesk::sandbox {

/// What httplib reads requests from and writes replies to. Replies are collected and leave whole by `flush`, where a
/// fault can spoil them.
class ClientStream final : public httplib::Stream
{
public:
    /// Sleeps for a while; false when the server stops meanwhile.
    using Pause = std::function<bool(std::chrono::milliseconds)>;

    ClientStream(ClientSocket &socket, Pause pause)
        : m_socket(socket)
        , m_pause(std::move(pause))
    {}

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char *to, std::size_t size) override;
    ssize_t write(const char *from, std::size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    [[nodiscard]] int socket() const override;

    [[nodiscard]] bool waitForRequest(std::chrono::milliseconds time);
    void setFault(WireFault fault) { m_fault = fault; }
    /// Sends what was written. False when the connection has to be closed, as a fault wanted it or because it broke.
    [[nodiscard]] bool flush();
    /// Past the collection; for `100 Continue`.
    [[nodiscard]] bool writeNow(const QByteArray &bytes);

private:
    [[nodiscard]] bool trickle(const QByteArray &bytes);

    ClientSocket &m_socket;
    Pause m_pause;
    QByteArray m_incoming;
    QByteArray m_outgoing;
    WireFault m_fault = WireFault::None;
};

} // namespace saltdesk::sandbox
