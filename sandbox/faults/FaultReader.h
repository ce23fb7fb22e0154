// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/Fault.h"
#include "http/Refusal.h"

namespace saltdesk::sandbox {

/// Reads the body of POST `/sandbox/faults`: `kind` (`latency`, `error`, `rate_limit`, `html`, `redirect`, `hang_up`,
/// `lost_reply`, `hang_up_in_body`, `wrong_length`, `truncated_json`, `drip`, `clock_skew`) and, where they matter,
/// `method`, `path`, `times` (-1: always), `status`, `class`, `milliseconds`, `retry_after` (seconds), `location`.
[[nodiscard]] Outcome<Fault> readFault(const QByteArray &json);

} // namespace saltdesk::sandbox
