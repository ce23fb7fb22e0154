// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

class QAbstractItemModel;

namespace saltdesk::models {

/// A table as CSV (RFC 4180, UTF-8): titles first, times in UTC, through the redactor. A cell
/// that a spreadsheet would take for a formula gets an apostrophe in front. Pure.
[[nodiscard]] QByteArray csvTable(const QAbstractItemModel &model);

} // namespace saltdesk::models
