// SPDX-License-Identifier: Apache-2.0
#include "types/CompactId.h"

#include <charconv>
#include <optional>

namespace saltdesk::api {
namespace {

/// The number behind an id that is written as numbers are: digits alone and no leading zero, so that the way back gives
/// the same text.
std::optional<std::uint64_t> canonicalNumber(std::string_view text)
{
    if (text.empty() || text.front() < '1' || text.front() > '9') {
        return std::nullopt;
    }
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return number;
}

} // namespace

CompactId CompactId::fromText(std::string_view text, TextPool &pool)
{
    CompactId id;
    if (text.empty()) {
        return id;
    }
    const std::optional<std::uint64_t> number = canonicalNumber(text);
    id.m_value = number && *number < pooledBase ? *number : pooledBase + pool.intern(text);
    return id;
}

CompactId CompactId::fromNumber(std::uint64_t number, TextPool &pool)
{
    if (number == 0 || number >= pooledBase) {
        return fromText(std::to_string(number), pool);
    }
    CompactId id;
    id.m_value = number;
    return id;
}

std::string CompactId::text(const TextPool &pool) const
{
    if (isNone()) {
        return {};
    }
    return isPooled() ? std::string(pool.text(pooledText())) : std::to_string(m_value);
}

CompactId CompactId::movedTo(TextPool &target, const TextPool &source) const
{
    return isPooled() ? fromText(source.text(pooledText()), target) : *this;
}

} // namespace saltdesk::api
