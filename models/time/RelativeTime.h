// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace saltdesk::models {

/// Times as the table and the details say them. Pure; translated; `QLocale()` for dates.

/// "just now", "12 min ago", "3 h ago", "9 days ago", "4 months ago", "in 12 min", "now"; "never"-like texts are the
/// caller's.
[[nodiscard]] QString relativeTime(const QDateTime &when, const QDateTime &now);
/// Local time with the zone's name and, on a second line, UTC.
[[nodiscard]] QString absoluteTime(const QDateTime &when);
/// Local time with the zone's name on one line.
[[nodiscard]] QString localTime(const QDateTime &when);
/// "0:47", "12:05", "1:02:09".
[[nodiscard]] QString countdown(std::chrono::seconds left);

} // namespace saltdesk::models
