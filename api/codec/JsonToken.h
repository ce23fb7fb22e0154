// SPDX-License-Identifier: Apache-2.0
#pragma once

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
};

/// Looks at the value without consuming it.
[[nodiscard]] JsonToken tokenOf(simdjson::ondemand::value &value);

/// The name of a field whose value was not consumed yet, found between what simdjson knows of both without searching
/// for the closing quote. Escapes are not resolved.
[[nodiscard]] std::string_view keyOf(simdjson::ondemand::field &field);

/// The number of a token that consists of digits alone.
[[nodiscard]] std::optional<std::uint64_t> wholeNumber(const JsonToken &token);

} // namespace saltdesk::api
