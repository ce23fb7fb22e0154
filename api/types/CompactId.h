// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/TextPool.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace saltdesk::api {

/// An id in eight bytes: its number when it is canonical decimal (no leading zero) below the fallback range, which
/// holds every id of up to 19 digits; else a text of the pool. Zero is "no id". Numbers order as the server orders its
/// lists; fallbacks come after them.
class CompactId
{
public:
    CompactId() = default;
    [[nodiscard]] static CompactId fromText(std::string_view text, TextPool &pool);
    [[nodiscard]] static CompactId fromNumber(std::uint64_t number, TextPool &pool);

    [[nodiscard]] bool isNone() const { return m_value == 0; }
    [[nodiscard]] bool isPooled() const { return m_value >= pooledBase; }
    [[nodiscard]] TextIndex pooledText() const { return static_cast<TextIndex>(m_value - pooledBase); }
    /// The eight bytes, for hashing.
    [[nodiscard]] std::uint64_t bits() const { return m_value; }
    /// Of an id that is neither none nor pooled: what its text says.
    [[nodiscard]] std::uint64_t number() const { return m_value; }
    [[nodiscard]] std::string text(const TextPool &pool) const;
    /// The same id with its fallback text, if any, moved into another pool.
    [[nodiscard]] CompactId movedTo(TextPool &target, const TextPool &source) const;

    friend auto operator<=>(const CompactId &, const CompactId &) = default;

private:
    static constexpr std::uint64_t pooledBase = 0xF000'0000'0000'0000ULL;
    std::uint64_t m_value = 0;
};

} // namespace saltdesk::api
