// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Reply.h"
#include "http/Request.h"
#include "server/RequestBody.h"
#include "server/TlsContext.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>

namespace saltdesk::sandbox {

/// The network half of the sandbox: accepts on 127.0.0.1, lets httplib read heads and write replies, and keeps hold of
/// the sockets, so that closing is prompt and replies can be spoilt. `close` may be called from any thread.
class Listener final : private httplib::Server
{
public:
    using Answer = std::function<Reply(const Request &)>;

    /// `answer` is called from many threads.
    Listener(Answer answer, std::optional<TlsContext> tls);

    /// Returns the port, or nothing when it is taken. 0 takes a free one.
    [[nodiscard]] std::optional<quint16> open(quint16 port);
    /// Serves until `close`; returns when the last connection is gone.
    void serve();
    void close();

private:
    struct Visit;

    bool process_and_close_socket(socket_t descriptor) override;
    void serveSocket(sockets::Descriptor descriptor);
    void serveStream(ClientStream &stream);
    HandlerResponse onRequest(const httplib::Request &request, httplib::Response &response);
    HandlerResponse onError(httplib::Response &response);
    [[nodiscard]] Request translate(const httplib::Request &request) const;
    [[nodiscard]] bool enlist(sockets::Descriptor descriptor);
    void delist(sockets::Descriptor descriptor);
    /// False when the server is being closed.
    bool pause(std::chrono::milliseconds time);

    Answer m_answer;
    std::optional<TlsContext> m_tls;
    std::mutex m_mutex;
    std::condition_variable m_closingChanged;
    bool m_closing = false;
    std::set<sockets::Descriptor> m_descriptors;
};

} // namespace saltdesk::sandbox
