// SPDX-License-Identifier: Apache-2.0
#include "connections/ListDifference.h"

#include <cstdint>

namespace saltdesk::models {
namespace {

void extend(std::vector<RowRun> &runs, int position)
{
    if (!runs.empty() && runs.back().first + runs.back().count == position) {
        ++runs.back().count;
    } else {
        runs.push_back({position, 1});
    }
}

std::vector<std::uint8_t> membersOf(const std::vector<RowIndex> &order, std::size_t storeSize)
{
    std::vector<std::uint8_t> members(storeSize, 0);
    for (const RowIndex row : order) {
        if (row != noRow) {
            members[row] = 1;
        }
    }
    return members;
}

std::vector<RowRun> runsOutside(const std::vector<RowIndex> &order, const std::vector<std::uint8_t> &members)
{
    std::vector<RowRun> runs;
    int position = 0;
    for (const RowIndex row : order) {
        if (row == noRow || members[row] == 0) {
            extend(runs, position);
        }
        ++position;
    }
    return runs;
}

} // namespace

ListDifference differenceOf(const std::vector<RowIndex> &before, const std::vector<RowIndex> &after,
                            std::size_t storeSize)
{
    return {runsOutside(before, membersOf(after, storeSize)), runsOutside(after, membersOf(before, storeSize))};
}

std::vector<RowRun> runsOf(const std::vector<int> &ascending)
{
    std::vector<RowRun> runs;
    for (const int position : ascending) {
        extend(runs, position);
    }
    return runs;
}

} // namespace saltdesk::models
