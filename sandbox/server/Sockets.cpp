// SPDX-License-Identifier: Apache-2.0
#include "server/Sockets.h"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace saltdesk::sandbox::sockets {

#ifdef _WIN32

std::ptrdiff_t receive(Descriptor socket, char *to, std::size_t size)
{
    return ::recv(socket, to, static_cast<int>(size), 0);
}

std::ptrdiff_t send(Descriptor socket, const char *from, std::size_t size)
{
    return ::send(socket, from, static_cast<int>(size), 0);
}

bool waitForData(Descriptor socket, std::chrono::milliseconds time)
{
    WSAPOLLFD watched{};
    watched.fd = socket;
    watched.events = POLLIN;
    return ::WSAPoll(&watched, 1, static_cast<int>(time.count())) > 0;
}

void reuseAddress(Descriptor)
{
    // Windows frees a port at once, and its option of that name would let two servers share one.
}

void shutdown(Descriptor socket)
{
    ::shutdown(socket, SD_BOTH);
}

void close(Descriptor socket)
{
    ::closesocket(socket);
}

#else

namespace {

template <typename Operation>
std::ptrdiff_t retried(Operation operation)
{
    std::ptrdiff_t result = -1;
    do {
        result = operation();
    } while (result < 0 && errno == EINTR);
    return result;
}

#ifdef MSG_NOSIGNAL
constexpr int noSignal = MSG_NOSIGNAL;
#else
// httplib ignores the signal for the whole process.
constexpr int noSignal = 0;
#endif

} // namespace

std::ptrdiff_t receive(Descriptor socket, char *to, std::size_t size)
{
    return retried([&] { return ::recv(socket, to, size, 0); });
}

std::ptrdiff_t send(Descriptor socket, const char *from, std::size_t size)
{
    return retried([&] { return ::send(socket, from, size, noSignal); });
}

bool waitForData(Descriptor socket, std::chrono::milliseconds time)
{
    pollfd watched{.fd = socket, .events = POLLIN, .revents = 0};
    return retried([&] { return static_cast<std::ptrdiff_t>(::poll(&watched, 1, static_cast<int>(time.count()))); }) >
           0;
}

void reuseAddress(Descriptor socket)
{
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void shutdown(Descriptor socket)
{
    ::shutdown(socket, SHUT_RDWR);
}

void close(Descriptor socket)
{
    ::close(socket);
}

#endif

void widenQueue(Descriptor listening)
{
    ::listen(listening, SOMAXCONN);
}

} // namespace saltdesk::sandbox::sockets
