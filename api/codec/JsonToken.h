// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/JsonScan.h"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace saltdesk::api {

/// A value of a page as it stands in the text, before anything was made of it: most members of a row need no more.
struct JsonToken
{
    enum class Kind : unsigned char { Null, True, False, Number, Text, Nested, Broken };

    Kind kind = Kind::Broken;
    /// Without the quotes; escapes not yet resolved.
    std::string_view text;

    /// null, true, false, or broken.
    [[nodiscard]] static JsonToken ofWord(std::string_view text);
};

// Inline, because simdjson's iterators stay in registers only where the compiler sees all that is done with them:
// called as functions, these two cost more than all the rest of a row.

/// Looks at the value without consuming it.
[[nodiscard]] inline JsonToken tokenOf(simdjson::ondemand::value &value)
{
    using Kind = JsonToken::Kind;
    std::string_view raw = value.raw_json_token();
    while (!raw.empty() && json::isSpace(raw.back())) {
        raw.remove_suffix(1);
    }
    if (raw.empty()) {
        return {};
    }
    switch (raw.front()) {
    case '"':
        // simdjson's first stage has seen to it that every string is closed.
        return raw.size() >= 2 ? JsonToken{Kind::Text, raw.substr(1, raw.size() - 2)} : JsonToken{};
    case '{':
    case '[':
        return {Kind::Nested, raw};
    case 'n':
    case 't':
    case 'f':
        return JsonToken::ofWord(raw);
    default:
        return {Kind::Number, raw};
    }
}

/// The name of a field whose value was not consumed yet, found between what simdjson knows of both without searching
/// for the closing quote. Escapes are not resolved.
[[nodiscard]] inline std::string_view keyOf(simdjson::ondemand::field &field)
{
    const char *begin = field.key().raw();
    const char *end = field.value().raw_json_token().data() - 1;
    while (end > begin && *end != ':') {
        --end;
    }
    while (end > begin && *end != '"') {
        --end;
    }
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// The number of a token that consists of digits alone.
[[nodiscard]] std::optional<std::uint64_t> wholeNumber(const JsonToken &token);

} // namespace saltdesk::api
