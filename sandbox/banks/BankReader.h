// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"

#include <tl/expected.hpp>

namespace saltdesk::sandbox {

/// Reads one bank's file: `provider` has the members of reference 3.6 that differ from the usual, `accepts` the good
/// credentials, `stages` the script (the usual one when absent), `failures` with `failures_by` and `always_fails` the
/// bad ends, `help` lines for people. The error names what is wrong.
[[nodiscard]] tl::expected<Bank, QString> readBank(const QByteArray &json);

} // namespace saltdesk::sandbox
