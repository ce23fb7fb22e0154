// SPDX-License-Identifier: Apache-2.0
#include "server/Listener.h"

#include "http/ErrorReply.h"
#include "server/ConnectionThreads.h"

#include <QUuid>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// The request that this thread is serving. httplib hands its handlers nothing by which they could know the connection.
struct Listener::Visit
{
    ClientStream *stream = nullptr;
    RequestBody::Verdict body = RequestBody::Verdict::Complete;
    bool understood = false;
    bool closes = false;

    static thread_local Visit current;
};

thread_local Listener::Visit Listener::Visit::current;

static constexpr std::chrono::seconds idleTime{120};
static constexpr const char *loopback = "127.0.0.1";

Listener::Listener(Answer answer, std::optional<TlsContext> tls)
    : m_answer(std::move(answer))
    , m_tls(std::move(tls))
{
    new_task_queue = [] { return new ConnectionThreads; };
    set_read_timeout(std::chrono::seconds(10));
    set_write_timeout(std::chrono::seconds(10));
    set_keep_alive_max_count(1000000);
    set_keep_alive_timeout(idleTime.count());
    set_tcp_nodelay(true);
    // httplib's own options let two servers share a port.
    set_socket_options([](socket_t socket) { sockets::reuseAddress(socket); });
    set_pre_routing_handler([this](const auto &request, auto &response) { return onRequest(request, response); });
    set_error_handler(HandlerWithResponse([this](const auto &, auto &response) { return onError(response); }));
}

std::optional<quint16> Listener::open(quint16 port)
{
    const int chosen = port == 0 ? bind_to_any_port(loopback) : (bind_to_port(loopback, port) ? port : 0);
    if (chosen <= 0) {
        return std::nullopt;
    }
    // httplib queues five connections; the sixth client of a burst would wait a second for its next try.
    sockets::widenQueue(svr_sock_);
    return static_cast<quint16>(chosen);
}

void Listener::serve()
{
    listen_after_bind();
}

void Listener::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
        for (const sockets::Descriptor descriptor : m_descriptors) {
            sockets::shutdown(descriptor);
        }
    }
    m_closingChanged.notify_all();
    // httplib's own stop() does nothing as long as its loop has not begun.
    const socket_t listening = svr_sock_.exchange(INVALID_SOCKET);
    if (listening != INVALID_SOCKET) {
        sockets::shutdown(listening);
        sockets::close(listening);
    }
}

bool Listener::process_and_close_socket(socket_t descriptor)
{
    if (!ConnectionThreads::isRefusing() && enlist(descriptor)) {
        serveSocket(descriptor);
        delist(descriptor);
    }
    sockets::shutdown(descriptor);
    sockets::close(descriptor);
    return true;
}

void Listener::serveSocket(sockets::Descriptor descriptor)
{
    const auto socket = m_tls ? m_tls->accept(descriptor) : std::make_unique<ClientSocket>(descriptor);
    if (!socket) {
        return;
    }
    ClientStream stream(*socket, [this](std::chrono::milliseconds time) { return pause(time); });
    serveStream(stream);
    socket->finish();
}

void Listener::serveStream(ClientStream &stream)
{
    bool open = true;
    while (open && pause(std::chrono::milliseconds(0)) && stream.waitForRequest(idleTime)) {
        Visit &visit = Visit::current;
        visit = Visit{.stream = &stream};
        stream.beginRequest();
        bool closes = false;
        const bool served = process_request(stream, false, closes, [&](httplib::Request &request) {
            visit.understood = true;
            visit.body = RequestBody::read(stream, request);
            // Replies go out as they are: no ranges, no compression, and the body is here already.
            request.ranges.clear();
            request.headers.erase("Accept-Encoding");
            request.headers.erase("Expect");
        });
        open = stream.flush() && served && !closes && !visit.closes;
    }
}

httplib::Server::HandlerResponse Listener::onRequest(const httplib::Request &request, httplib::Response &response)
{
    Visit &visit = Visit::current;
    if (visit.body != RequestBody::Verdict::Complete) {
        response.status = visit.body == RequestBody::Verdict::TooLarge ? 413 : 400;
        return HandlerResponse::Handled;
    }
    const Reply reply = m_answer(translate(request));
    response.status = reply.status;
    for (const auto &[name, value] : reply.headers) {
        response.set_header(name.toStdString(), value.toStdString());
    }
    response.set_content(reply.body.constData(), static_cast<std::size_t>(reply.body.size()),
                         reply.contentType.toStdString());
    if (request.version == "HTTP/1.0") {
        response.set_header("Connection", "close");
    }
    visit.stream->setFault(reply.wire, reply.trickle);
    visit.closes = reply.latency.count() > 0 && !pause(reply.latency);
    return HandlerResponse::Handled;
}

httplib::Server::HandlerResponse Listener::onError(httplib::Response &response)
{
    Visit &visit = Visit::current;
    if (visit.understood && visit.body == RequestBody::Verdict::Complete) {
        return HandlerResponse::Unhandled;
    }
    // What follows on this connection cannot be told from the rest of what was not understood.
    visit.closes = true;
    const Reply reply = errorReply({u"WrongRequestFormat"_s, u"The request could not be read."_s}, {},
                                   QUuid::createUuid().toString(QUuid::WithoutBraces));
    response.set_header("Connection", "close");
    response.set_content(reply.body.toStdString(), reply.contentType.toStdString());
    return HandlerResponse::Handled;
}

Request Listener::translate(const httplib::Request &request) const
{
    Request translated{.method = QByteArray::fromStdString(request.method),
                       .target = QByteArray::fromStdString(request.target),
                       .origin = m_tls ? "https://" : "http://",
                       .body = QByteArray::fromStdString(request.body)};
    for (const auto &[name, value] : request.headers) {
        translated.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    }
    translated.origin += translated.headers.value("host");
    return translated;
}

bool Listener::enlist(sockets::Descriptor descriptor)
{
    const std::scoped_lock lock(m_mutex);
    return !m_closing && m_descriptors.insert(descriptor).second;
}

void Listener::delist(sockets::Descriptor descriptor)
{
    const std::scoped_lock lock(m_mutex);
    m_descriptors.erase(descriptor);
}

bool Listener::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return !m_closingChanged.wait_for(lock, time, [this] { return m_closing; });
}

} // namespace saltdesk::sandbox
