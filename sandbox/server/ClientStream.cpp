// SPDX-License-Identifier: Apache-2.0
#include "server/ClientStream.h"

#include "server/WireBytes.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace saltdesk::sandbox {

bool ClientStream::is_readable() const
{
    return true;
}

bool ClientStream::is_writable() const
{
    return true;
}

void ClientStream::beginRequest()
{
    m_deadline = m_now() + requestTime;
    m_headLeft = headLimit;
}

ssize_t ClientStream::read(char *to, std::size_t size)
{
    if (m_headLeft && *m_headLeft <= 0) {
        return -1;
    }
    if (m_incoming.isEmpty()) {
        if (m_deadline && m_now() >= *m_deadline) {
            return -1;
        }
        // httplib asks for single bytes while it reads the head.
        std::array<char, 8192> buffer{};
        const ssize_t count = m_socket.read(buffer.data(), buffer.size());
        if (count <= 0) {
            return count;
        }
        m_incoming = QByteArray(buffer.data(), count);
    }
    auto count = std::min(static_cast<qsizetype>(size), m_incoming.size());
    if (m_headLeft) {
        count = std::min(count, *m_headLeft);
        *m_headLeft -= count;
    }
    std::memcpy(to, m_incoming.constData(), static_cast<std::size_t>(count));
    m_incoming.remove(0, count);
    return count;
}

ssize_t ClientStream::write(const char *from, std::size_t size)
{
    m_outgoing.append(from, static_cast<qsizetype>(size));
    return static_cast<ssize_t>(size);
}

void ClientStream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void ClientStream::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

socket_t ClientStream::socket() const
{
    return m_socket.descriptor();
}

bool ClientStream::waitForRequest(std::chrono::milliseconds time)
{
    return !m_incoming.isEmpty() || m_socket.waitForData(time);
}

bool ClientStream::flush()
{
    const WireBytes bytes = mistreat(std::exchange(m_outgoing, {}), std::exchange(m_fault, WireFault::None));
    const bool sent = writeNow(bytes.head) && (bytes.trickles ? trickle(bytes.body) : writeNow(bytes.body));
    return sent && !bytes.closes;
}

bool ClientStream::writeNow(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = m_socket.write(bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count <= 0) {
            return false;
        }
        done += count;
    }
    return true;
}

bool ClientStream::trickle(const QByteArray &bytes)
{
    constexpr qsizetype pieces = 20;
    const qsizetype size = std::max<qsizetype>(1, (bytes.size() + pieces - 1) / pieces);
    for (qsizetype from = 0; from < bytes.size(); from += size) {
        if (!writeNow(bytes.mid(from, size)) || !m_pause(m_trickle)) {
            return false;
        }
    }
    return true;
}

} // namespace saltdesk::sandbox
