// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionColumn.h"
#include "connections/RowStore.h"

#include <optional>
#include <vector>

namespace saltdesk::models {

/// All rows in the order of a column; rows that are equal there stay in the server's order, ascending as descending.
/// Without a column: the customary order, worst situation first. Texts order as people of the locale expect; each
/// distinct one is compared once, rows are then only counted into place.
[[nodiscard]] std::vector<RowIndex> sortedRows(const RowStore &store, std::optional<ConnectionColumn> column,
                                               Qt::SortOrder order);

} // namespace saltdesk::models
