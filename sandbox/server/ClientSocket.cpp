// SPDX-License-Identifier: Apache-2.0
#include "server/ClientSocket.h"

namespace saltdesk::sandbox {

std::ptrdiff_t ClientSocket::read(char *to, std::size_t size)
{
    return sockets::receive(m_descriptor, to, size);
}

std::ptrdiff_t ClientSocket::write(const char *from, std::size_t size)
{
    return sockets::send(m_descriptor, from, size);
}

bool ClientSocket::waitForData(std::chrono::milliseconds time)
{
    return sockets::waitForData(m_descriptor, time);
}

} // namespace saltdesk::sandbox
