// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace saltdesk::sandbox {

/// What the sandbox does with a socket once httplib has accepted it, on every system. Nothing here owns a socket.
namespace sockets {

#ifdef _WIN32
using Descriptor = std::uintptr_t;
#else
using Descriptor = int;
#endif

/// Like the system's own: the number of bytes, 0 when the other end has closed, -1 when the connection is broken. A
/// signal in between is no end, and a connection that is gone kills nobody.
[[nodiscard]] std::ptrdiff_t receive(Descriptor socket, char *to, std::size_t size);
[[nodiscard]] std::ptrdiff_t send(Descriptor socket, const char *from, std::size_t size);
[[nodiscard]] bool waitForData(Descriptor socket, std::chrono::milliseconds time);

/// Two servers may not share a port, but one may follow another at once.
void reuseAddress(Descriptor socket);
/// As many clients may wait to be accepted as the system lets.
void widenQueue(Descriptor listening);
/// Ends both directions; whoever waits for the other end is woken.
void shutdown(Descriptor socket);
void close(Descriptor socket);

} // namespace sockets
} // namespace saltdesk::sandbox
