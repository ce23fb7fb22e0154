// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <compare>
#include <cstdint>
#include <limits>

namespace saltdesk::api {

/// A moment as seconds since 1970 in UTC, or none. Eight bytes, ordered; "none" comes before every moment.
class PackedTime
{
public:
    PackedTime() = default;
    explicit PackedTime(std::int64_t secondsSinceEpoch)
        : m_seconds(secondsSinceEpoch)
    {}
    /// None for an invalid time.
    [[nodiscard]] static PackedTime of(const QDateTime &time)
    {
        return time.isValid() ? PackedTime(time.toSecsSinceEpoch()) : PackedTime();
    }

    [[nodiscard]] bool isNone() const { return m_seconds == none; }
    [[nodiscard]] std::int64_t seconds() const { return m_seconds; }
    /// Invalid when there is none.
    [[nodiscard]] QDateTime toDateTime() const
    {
        return isNone() ? QDateTime() : QDateTime::fromSecsSinceEpoch(m_seconds, Qt::UTC);
    }

    friend auto operator<=>(const PackedTime &, const PackedTime &) = default;

private:
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_seconds = none;
};

} // namespace saltdesk::api
