// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/Fault.h"
#include "http/Refusal.h"

namespace saltdesk::sandbox {

/// Reads the body of POST `/sandbox/faults`: `kind` (see `faultHelp`) and, where they matter, `method`, `path`, `times`
/// (-1: always), `status` (else the one of the class), `class`, `milliseconds`, `retry_after` (seconds), `location`.
/// A member that it does not know is refused.
[[nodiscard]] Outcome<Fault> readFault(const QByteArray &json);

/// The same from one text, as a command line has it: `KIND[,key=value…]`.
[[nodiscard]] Outcome<Fault> readFaultText(const QString &text);

/// The kinds and their members, a line each. For people.
[[nodiscard]] QString faultHelp();

} // namespace saltdesk::sandbox
