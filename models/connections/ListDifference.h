// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/RowMerge.h"

#include <cstddef>
#include <vector>

namespace saltdesk::models {

/// A stretch of neighbouring rows.
struct RowRun
{
    int first = 0;
    int count = 0;

    [[nodiscard]] int last() const { return first + count - 1; }
    friend bool operator==(const RowRun &, const RowRun &) = default;
};

/// How one visible order becomes another in which what stays keeps its order: first the removals, positions in the
/// order before, ascending; then the insertions, positions in the order after, ascending. Removals are to be applied
/// from the last to the first, insertions from the first to the last.
struct ListDifference
{
    std::vector<RowRun> removals;
    std::vector<RowRun> insertions;

    [[nodiscard]] std::size_t runs() const { return removals.size() + insertions.size(); }
    [[nodiscard]] bool isNothing() const { return runs() == 0; }
};

/// Both orders hold positions below `storeSize`, each at most once; `before` may hold noRow for rows that are gone.
[[nodiscard]] ListDifference differenceOf(const std::vector<RowIndex> &before, const std::vector<RowIndex> &after,
                                          std::size_t storeSize);

/// Ascending numbers as stretches.
[[nodiscard]] std::vector<RowRun> runsOf(const std::vector<int> &ascending);

} // namespace saltdesk::models
