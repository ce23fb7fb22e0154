// SPDX-License-Identifier: Apache-2.0
#include "server/ClientSocket.h"

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

namespace saltdesk::sandbox {

template <typename Operation>
static ssize_t retried(Operation operation)
{
    ssize_t result = -1;
    do {
        result = operation();
    } while (result < 0 && errno == EINTR);
    return result;
}

ssize_t ClientSocket::read(char *to, std::size_t size)
{
    return retried([&] { return ::recv(m_descriptor, to, size, 0); });
}

ssize_t ClientSocket::write(const char *from, std::size_t size)
{
    return retried([&] { return ::send(m_descriptor, from, size, MSG_NOSIGNAL); });
}

bool ClientSocket::waitForData(std::chrono::milliseconds time)
{
    pollfd watched{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    return retried([&] { return static_cast<ssize_t>(::poll(&watched, 1, static_cast<int>(time.count()))); }) > 0;
}

} // namespace saltdesk::sandbox
