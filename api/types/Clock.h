// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace saltdesk::api {

/// The time, as a dependency: nothing in the program asks the system clock directly, so a test sets the hour it needs.
/// Implementations are used on the thread that owns them and outlive every object that was given a reference.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// The current time in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace saltdesk::api
