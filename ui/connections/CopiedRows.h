// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

class QAbstractItemModel;

namespace saltdesk::ui {

/// Rows as tab-separated lines with the titles of the columns first, for a spreadsheet or a ticket. Times are absolute,
/// in UTC; tabs and line breaks inside a text become spaces.
[[nodiscard]] QString tabSeparated(const QAbstractItemModel &model, std::vector<int> rows,
                                   const std::vector<int> &columns);

} // namespace saltdesk::ui
