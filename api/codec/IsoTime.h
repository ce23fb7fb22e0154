// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>

#include <cstdint>
#include <optional>
#include <string_view>

namespace saltdesk::api {

/// A moment as an ISO-8601 text tells it.
struct IsoMoment
{
    /// Since 1970 in UTC.
    std::int64_t seconds = 0;
    int milliseconds = 0;
};

/// Reads the dates and datetimes of the API without Qt, which is twenty times slower: `2020-09-07T10:35:46Z` (reference
/// 1), and what else is legal: fractions, offsets, a space for the `T`, no seconds, a date alone (its midnight). A text
/// without a zone is UTC, as the API is.
[[nodiscard]] std::optional<IsoMoment> parseIsoMoment(std::string_view text);

/// The same, for people and for details.
[[nodiscard]] std::optional<QDateTime> parseIsoDateTime(std::string_view text);

/// The day that is written, whatever time or zone follows.
[[nodiscard]] std::optional<QDate> parseIsoDate(std::string_view text);

} // namespace saltdesk::api
