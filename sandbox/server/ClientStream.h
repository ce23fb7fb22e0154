// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/WireFault.h"
#include "server/ClientSocket.h"

#include <QByteArray>
#include <functional>
#include <httplib.h>
#include <optional>

namespace saltdesk::sandbox {

/// What httplib reads requests from and writes replies to. Replies are collected and leave whole by `flush`, where a
/// fault can spoil them.
class ClientStream final : public httplib::Stream
{
public:
    /// Sleeps for a while; false when the server stops meanwhile.
    using Pause = std::function<bool(std::chrono::milliseconds)>;

    using Now = std::function<std::chrono::steady_clock::time_point()>;

    /// The most that a request line and its headers may take; httplib limits each of them, but not how many come.
    static constexpr qsizetype headLimit = qsizetype{64} * 1024;
    /// A client that takes longer to say one request is cut off, however steadily it drips.
    static constexpr std::chrono::seconds requestTime{60};

    ClientStream(ClientSocket &socket, Pause pause, Now now = &std::chrono::steady_clock::now)
        : m_socket(socket)
        , m_pause(std::move(pause))
        , m_now(std::move(now))
    {}

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char *to, std::size_t size) override;
    ssize_t write(const char *from, std::size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    [[nodiscard]] socket_t socket() const override;

    [[nodiscard]] bool waitForRequest(std::chrono::milliseconds time);
    /// What is read from here on is one request, first its head. Before the first call nothing is limited.
    void beginRequest();
    /// The head is over; the body has limits of its own but for the time.
    void endHead() { m_headLeft = std::nullopt; }
    /// `trickle` is the pause between the pieces of `WireFault::Drip`.
    void setFault(WireFault fault, std::chrono::milliseconds trickle = std::chrono::milliseconds(0))
    {
        m_fault = fault;
        m_trickle = trickle;
    }
    /// Sends what was written. False when the connection has to be closed, as a fault wanted it or because it broke.
    [[nodiscard]] bool flush();
    /// Past the collection; for `100 Continue`.
    [[nodiscard]] bool writeNow(const QByteArray &bytes);

private:
    [[nodiscard]] bool trickle(const QByteArray &bytes);

    ClientSocket &m_socket;
    Pause m_pause;
    Now m_now;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    std::optional<qsizetype> m_headLeft;
    QByteArray m_incoming;
    QByteArray m_outgoing;
    WireFault m_fault = WireFault::None;
    std::chrono::milliseconds m_trickle{0};
};

} // namespace saltdesk::sandbox
