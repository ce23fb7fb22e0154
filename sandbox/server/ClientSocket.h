// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Sockets.h"

#include <chrono>
#include <cstddef>

namespace saltdesk::sandbox {

/// The bytes of one accepted connection, plain or encrypted. Used by the thread that serves the connection only.
/// Does not own the descriptor.
class ClientSocket
{
public:
    explicit ClientSocket(sockets::Descriptor descriptor)
        : m_descriptor(descriptor)
    {}
    virtual ~ClientSocket() = default;
    ClientSocket(const ClientSocket &) = delete;
    ClientSocket &operator=(const ClientSocket &) = delete;

    /// Blocks for as long as the descriptor's own time-out says. 0: closed, -1: broken.
    [[nodiscard]] virtual std::ptrdiff_t read(char *to, std::size_t size);
    [[nodiscard]] virtual std::ptrdiff_t write(const char *from, std::size_t size);
    /// Whether something can be read within the time; also true when the other end has closed.
    [[nodiscard]] virtual bool waitForData(std::chrono::milliseconds time);
    /// Says good-bye where the protocol has one.
    virtual void finish() {}

    [[nodiscard]] sockets::Descriptor descriptor() const { return m_descriptor; }

private:
    sockets::Descriptor m_descriptor;
};

} // namespace saltdesk::sandbox
