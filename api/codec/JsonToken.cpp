// SPDX-License-Identifier: Apache-2.0
#include "codec/JsonToken.h"

#include <charconv>

namespace saltdesk::api {

JsonToken JsonToken::ofWord(std::string_view text)
{
    using Kind = JsonToken::Kind;
    if (text == "null") {
        return {Kind::Null, text};
    }
    if (text == "true") {
        return {Kind::True, text};
    }
    return {text == "false" ? Kind::False : Kind::Broken, text};
}

std::optional<std::uint64_t> wholeNumber(const JsonToken &token)
{
    const std::string_view text = token.text;
    std::uint64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool leadingZero = text.size() > 1 && text.front() == '0';
    if (token.kind != JsonToken::Kind::Number || error != std::errc() || stop != text.data() + text.size() ||
        leadingZero) {
        return std::nullopt;
    }
    return number;
}

} // namespace saltdesk::api
