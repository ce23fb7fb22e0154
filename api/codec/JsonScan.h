// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

/// Steps over JSON text that was found valid before, for what must be left as it was written. On other text every step
/// still ends inside the text.
namespace saltdesk::api::json {

[[nodiscard]] constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The position of the first character from `at` on that is no white space, or the length.
[[nodiscard]] std::size_t skipSpace(std::string_view json, std::size_t at);
/// The position behind the string whose opening quote is at `at`.
[[nodiscard]] std::size_t endOfString(std::string_view json, std::size_t at);
/// The position behind the number or word that starts at `at`; always past it.
[[nodiscard]] std::size_t endOfScalar(std::string_view json, std::size_t at);
/// The position behind the value, of whatever type, that starts at `at`.
[[nodiscard]] std::size_t endOfValue(std::string_view json, std::size_t at);
/// The deepest nesting of objects and arrays.
[[nodiscard]] std::size_t depthOf(std::string_view json);

} // namespace saltdesk::api::json
