// SPDX-License-Identifier: Apache-2.0
#include "resources/SeenIds.h"

#include <utility>

namespace saltdesk::api {

SeenIds::SeenIds()
    : m_slots(1024)
{}

bool SeenIds::insert(CompactId id, const TextPool &pool)
{
    const CompactId own = id.movedTo(m_texts, pool);
    std::size_t slot = slotFor(own);
    if (!m_slots[slot].isNone()) {
        return false;
    }
    if (++m_count * 2 > m_slots.size()) {
        grow();
        slot = slotFor(own);
    }
    m_slots[slot] = own;
    return true;
}

/// Where the id is, or the free slot where it would be. The table is a power of two and at most half full.
std::size_t SeenIds::slotFor(CompactId id) const
{
    // Ids of one list differ in their low digits: spread them by the golden ratio and take the high bits.
    const std::uint64_t spread = id.bits() * 0x9E37'79B9'7F4A'7C15ULL;
    std::size_t slot = (spread >> 32U) & (m_slots.size() - 1);
    while (!m_slots[slot].isNone() && m_slots[slot] != id) {
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    return slot;
}

void SeenIds::grow()
{
    const std::vector<CompactId> old = std::exchange(m_slots, std::vector<CompactId>(m_slots.size() * 2));
    for (const CompactId id : old) {
        if (!id.isNone()) {
            m_slots[slotFor(id)] = id;
        }
    }
}

} // namespace saltdesk::api
