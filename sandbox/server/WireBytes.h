// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/WireFault.h"

#include <QByteArray>

namespace saltdesk::sandbox {

/// A reply as it leaves the machine.
struct WireBytes
{
    QByteArray head;
    QByteArray body;
    bool closes = false;
    /// The body leaves in small pieces with pauses.
    bool trickles = false;
};

/// Mistreats a complete HTTP response.
[[nodiscard]] WireBytes mistreat(const QByteArray &response, WireFault fault);

} // namespace saltdesk::sandbox
