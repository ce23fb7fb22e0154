// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/WireFault.h"

#include <QByteArray>
#include <QList>
#include <chrono>
#include <utility>

namespace saltdesk::sandbox {

/// What goes back for one request, and what may go wrong with it on its way.
struct Reply
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::chrono::milliseconds latency{0};
    WireFault wire = WireFault::None;
    /// Between the pieces of a body that trickles.
    std::chrono::milliseconds trickle{0};
};

} // namespace saltdesk::sandbox
