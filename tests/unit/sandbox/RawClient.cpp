// SPDX-License-Identifier: Apache-2.0
#include "RawClient.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace saltdesk::sandbox {

RawClient::RawClient(int port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM, 0))
{
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

RawClient::~RawClient()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void RawClient::send(const QByteArray &bytes) const
{
    ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
}

void RawClient::endSending() const
{
    ::shutdown(m_descriptor, SHUT_WR);
}

bool RawClient::readMore()
{
    std::array<char, 65536> chunk{};
    const ssize_t count = ::recv(m_descriptor, chunk.data(), chunk.size(), 0);
    if (count > 0) {
        m_buffer.append(chunk.data(), count);
    }
    return count > 0;
}

QByteArray RawClient::receive()
{
    while (!m_buffer.contains("\r\n\r\n") && readMore()) {
    }
    const qsizetype head = m_buffer.indexOf("\r\n\r\n") + 4;
    const qsizetype name = m_buffer.indexOf("Content-Length: ");
    if (head < 4 || name < 0) {
        return std::exchange(m_buffer, {});
    }
    const qsizetype value = name + 16;
    const qsizetype total = head + m_buffer.mid(value, m_buffer.indexOf("\r\n", value) - value).toLongLong();
    while (m_buffer.size() < total && readMore()) {
    }
    const QByteArray reply = m_buffer.left(total);
    m_buffer = m_buffer.mid(total);
    return reply;
}

QByteArray RawClient::receiveAll()
{
    while (readMore()) {
    }
    return std::exchange(m_buffer, {});
}

} // namespace saltdesk::sandbox
