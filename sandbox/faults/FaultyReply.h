// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/Fault.h"
#include "http/Reply.h"

#include <QList>
#include <optional>

namespace saltdesk::sandbox {

/// The reply that a fault gives instead of carrying the request out; nothing when no such fault is due.
[[nodiscard]] std::optional<Reply> replyInstead(const QList<Fault> &due, const QString &requestId);

/// What the faults that are due do to a reply that was made, or to the one of `replyInstead`.
void spoil(Reply &reply, const QList<Fault> &due);

/// How far the `Date` header is off.
[[nodiscard]] std::chrono::milliseconds clockSkew(const QList<Fault> &due);

} // namespace saltdesk::sandbox
