// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/CompactId.h"
#include "types/TextPool.h"

#include <cstddef>
#include <vector>

namespace saltdesk::api {

/// The ids that a listing has handed over, so that one which comes twice is noticed: a flat table of eight bytes per
/// slot, because a list may have a hundred thousand of them and each page is checked on the thread that shows it.
class SeenIds
{
public:
    SeenIds();

    /// False when the id was there already. `pool` is the one that the id belongs to.
    [[nodiscard]] bool insert(CompactId id, const TextPool &pool);
    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    [[nodiscard]] std::size_t slotFor(CompactId id) const;
    void grow();

    std::vector<CompactId> m_slots;
    std::size_t m_count = 0;
    TextPool m_texts;
};

} // namespace saltdesk::api
