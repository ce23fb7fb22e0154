// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>

namespace saltdesk::sandbox {

/// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// What time it is for the sandbox. Any thread may ask.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// The time the banks live in; attempts and dates go by it, and the `Date` header shows it.
    [[nodiscard]] virtual Instant now() const = 0;
    /// The time of the world outside, by which a client may have stamped `Expires-at`.
    [[nodiscard]] virtual Instant wall() const { return now(); }
};

} // namespace saltdesk::sandbox
