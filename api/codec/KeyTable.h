// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace saltdesk::api {

/// The member names of one kind of object, made at compile time: finding one costs a hash of three characters and, as a
/// rule, one comparison.
template <std::size_t Count>
class KeyTable
{
public:
    static constexpr int unknown = -1;

    consteval explicit KeyTable(const std::array<std::string_view, Count> &keys)
        : m_keys(keys)
    {
        m_slots.fill(unknown);
        for (std::size_t i = 0; i < Count; ++i) {
            std::size_t slot = slotOf(keys[i]);
            while (m_slots[slot] != unknown) {
                slot = (slot + 1) % slotCount;
            }
            m_slots[slot] = static_cast<std::int8_t>(i);
        }
    }

    /// The position of the key among those that the table was made of, or unknown.
    [[nodiscard]] constexpr int find(std::string_view key) const
    {
        if (key.empty()) {
            return unknown;
        }
        for (std::size_t slot = slotOf(key); m_slots[slot] != unknown; slot = (slot + 1) % slotCount) {
            const auto index = static_cast<std::size_t>(m_slots[slot]);
            if (isSame(m_keys[index], key)) {
                return static_cast<int>(index);
            }
        }
        return unknown;
    }

private:
    static constexpr std::size_t slotCount = 128;
    static_assert(Count < slotCount / 2, "the table must stay sparse");

    static constexpr std::size_t slotOf(std::string_view key)
    {
        const auto at = [key](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(key[i])); };
        return (key.size() * 7 + at(0) * 31 + at(key.size() / 2) * 17 + at(key.size() - 1)) % slotCount;
    }

    /// Names are short, and asking the library whether they are equal would take most of the time of finding one.
    static constexpr bool isSame(std::string_view a, std::string_view b)
    {
        if (a.size() != b.size()) {
            return false;
        }
        if (std::is_constant_evaluated() || a.size() < 8 || a.size() > 16) {
            return a == b;
        }
        // The first eight bytes and the last eight, which overlap.
        return wordAt(a.data()) == wordAt(b.data()) &&
               wordAt(a.data() + a.size() - 8) == wordAt(b.data() + b.size() - 8);
    }

    static std::uint64_t wordAt(const char *bytes)
    {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, sizeof word);
        return word;
    }

    std::array<std::string_view, Count> m_keys;
    std::array<std::int8_t, slotCount> m_slots{};
};

} // namespace saltdesk::api
