// SPDX-License-Identifier: Apache-2.0
#include "codec/JsonToken.h"

#include "codec/JsonScan.h"

#include <charconv>

namespace saltdesk::api {
namespace {

std::string_view withoutSpaceBehind(std::string_view text)
{
    while (!text.empty() && json::isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

JsonToken wordOf(std::string_view text)
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

} // namespace

JsonToken tokenOf(simdjson::ondemand::value &value)
{
    using Kind = JsonToken::Kind;
    const std::string_view raw = withoutSpaceBehind(value.raw_json_token());
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
        return wordOf(raw);
    default:
        return {Kind::Number, raw};
    }
}

std::string_view keyOf(simdjson::ondemand::field &field)
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
