// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// A text as a cell of CSV (RFC 4180), in quotes where it needs them. One that a spreadsheet would take for a formula
/// gets an apostrophe in front. Pure.
[[nodiscard]] QString csvCell(QString text);

} // namespace saltdesk::models
