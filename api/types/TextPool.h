// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace saltdesk::api {

/// The number of a text inside the TextPool it came from; 0 is the empty text of every pool.
using TextIndex = std::uint32_t;

/// Each distinct text once, as UTF-8. A list of connections repeats a handful of banks, countries, stages and errors,
/// so rows keep numbers and a filter compares each distinct text once (performance.md, section 4). Not thread-safe: a
/// page carries its own pool from the decoding thread to the thread that adopts it.
class TextPool
{
public:
    TextPool();
    ~TextPool() = default;
    /// A copy's index would point into the original, so a pool is moved and never copied. A pool that was moved from
    /// may only be destroyed or assigned to.
    TextPool(const TextPool &) = delete;
    TextPool &operator=(const TextPool &) = delete;
    TextPool(TextPool &&) = default;
    TextPool &operator=(TextPool &&) = default;

    [[nodiscard]] TextIndex intern(std::string_view text);
    [[nodiscard]] std::string_view text(TextIndex index) const { return m_texts[index]; }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

private:
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, TextIndex> m_indexes;
};

} // namespace saltdesk::api
