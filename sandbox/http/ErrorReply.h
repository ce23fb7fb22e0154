// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Refusal.h"
#include "http/Reply.h"

namespace saltdesk::sandbox {

/// The HTTP status that goes with an error class (reference section 6). Most classes are answered with 400; where the
/// reference is silent the nearest one in meaning is taken.
[[nodiscard]] int statusOf(const QString &errorClass);

/// The error envelope of reference section 6. `echo` is what the client sent: it comes back unmasked, as the real API
/// is suspected to do, so a client has to treat it as sensitive. `requestId` is a UUID.
[[nodiscard]] Reply errorReply(const Refusal &refusal, const QJsonObject &echo, const QString &requestId);

} // namespace saltdesk::sandbox
