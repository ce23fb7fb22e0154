// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace saltdesk::models {

/// What a browser asked of LoopbackReturn: the few parts of an HTTP request that are looked at.
struct ReturnRequest
{
    QByteArray method;
    /// The one Host header; empty if there was none.
    QByteArray host;
    bool bringsBody = false;
    /// Up to the first '?', as on the wire. It holds the state, so it is handled like a key.
    api::Secret path;
    /// After the first '?', as on the wire.
    api::Secret query;
};

/// Pure. `head` is everything before the empty line. Nothing for what no browser sends: another shape of request line,
/// a target that is no path, bytes that belong in no header, a header twice that may come once.
[[nodiscard]] std::optional<ReturnRequest> parseReturnRequest(QByteArrayView head);

} // namespace saltdesk::models
