// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Situation.h"
#include "types/ConnectionRow.h"
#include "types/PackedTime.h"

#include <chrono>
#include <string_view>

namespace saltdesk::models {

/// What is known about the consent behind a connection; it comes from the consents' own route.
struct ConsentState
{
    enum class Kind : unsigned char { Unknown, Active, Ended };
    Kind kind = Kind::Unknown;
    /// Of an ended one: taken back before its time, not run out.
    bool revoked = false;
    /// Of a revoked one the time of that. None: no expiry, or not known.
    api::PackedTime endsAt;

    friend bool operator==(const ConsentState &, const ConsentState &) = default;
};

/// From when on a consent is "expiring soon" and a connection "stale".
inline constexpr std::chrono::days expiringWithin{7};
inline constexpr std::chrono::days staleAfter{3};

/// The texts of a row that decide; views into its pool.
struct RowTexts
{
    std::string_view failErrorClass;
};

/// The rule that turns a row into its one situation and its chips. Pure.
struct Assessment
{
    Situation situation = Situation::Unknown;
    Chips chips = Chip::All;

    friend bool operator==(const Assessment &, const Assessment &) = default;
};
[[nodiscard]] Assessment assess(const api::ConnectionRow &row, const RowTexts &texts, const ConsentState &consent,
                                api::PackedTime now);

/// Active, but its time has run out since it was read, counts as ended.
[[nodiscard]] bool hasEnded(const ConsentState &consent, api::PackedTime now);

/// Whether the last attempt is over and did not succeed: told by the class, the text or the time of the failure, never
/// by the stage (reference 3.3).
[[nodiscard]] bool hasFailed(const api::ConnectionRow &row);

/// Whether an attempt is under way: there is one and it is neither finished nor at the stage `finish` (reference 3.3).
[[nodiscard]] bool isFetching(const api::ConnectionRow &row);

} // namespace saltdesk::models
