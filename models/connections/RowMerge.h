// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionRow.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace saltdesk::models {

/// The position of a row in the store, which ascends by id. Not the visible row.
using RowIndex = std::uint32_t;
inline constexpr RowIndex noRow = std::numeric_limits<RowIndex>::max();

/// What becomes of rows that a reading did not see.
enum class UnseenRows { Stay, Go };

/// Two lists of rows, both ascending by id, made one; with everything the views must be told.
struct RowMerge
{
    std::vector<api::ConnectionRow> rows;
    /// Old position to new one; noRow for a row that is gone.
    std::vector<RowIndex> newIndexOf;
    /// New positions, ascending.
    std::vector<RowIndex> added;
    std::vector<RowIndex> changed;
    /// Old positions, ascending.
    std::vector<RowIndex> removed;

    [[nodiscard]] bool isNothing() const { return added.empty() && changed.empty() && removed.empty(); }
};

/// One pass over both. An incoming row replaces the one with its id.
[[nodiscard]] RowMerge mergeRows(const std::vector<api::ConnectionRow> &before,
                                 const std::vector<api::ConnectionRow> &incoming, UnseenRows unseen);

} // namespace saltdesk::models
