// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace saltdesk::sandbox {

/// A client that says exactly what it is told to, on a plain socket to 127.0.0.1. Blocks, for ten seconds at most.
class RawClient
{
public:
    explicit RawClient(int port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool connected() const { return m_descriptor >= 0; }
    void send(const QByteArray &bytes) const;
    /// Says that nothing more will be said; replies still come.
    void endSending() const;
    /// One reply, by its `Content-Length`; less when the server closes before.
    [[nodiscard]] QByteArray receive();
    /// Everything until the server closes.
    [[nodiscard]] QByteArray receiveAll();

private:
    [[nodiscard]] bool readMore();

    int m_descriptor;
    QByteArray m_buffer;
};

} // namespace saltdesk::sandbox
