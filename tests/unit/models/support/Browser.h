// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

namespace saltdesk::testing {

/// The customer's browser as the loopback sees it: comes to an address once, with what the bank appended.
class Browser
{
public:
    explicit Browser(const QUrl &address, const QByteArray &query = {});

    /// All that the page said so far.
    [[nodiscard]] QByteArray heard();

private:
    QTcpSocket m_socket;
    QByteArray m_heard;
};

/// Whether somebody listens there.
[[nodiscard]] bool isOpen(const QUrl &address);
/// `attempt.return_to` of a request's body; empty if there is none.
[[nodiscard]] QUrl returnAddressIn(const QByteArray &body);

} // namespace saltdesk::testing
