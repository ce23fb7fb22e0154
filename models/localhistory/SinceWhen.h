// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <array>

namespace saltdesk::models {

/// From when on changes are told.
enum class SinceWhen : unsigned char { Today, Yesterday, Monday, ThirtyDays, Ever };

inline constexpr std::array sinceWhens{SinceWhen::Today, SinceWhen::Yesterday, SinceWhen::Monday, SinceWhen::ThirtyDays,
                                       SinceWhen::Ever};

/// The beginning of that day in the local zone, as UTC. "Monday" is the last one before today. Pure.
[[nodiscard]] QDateTime startOf(SinceWhen since, const QDateTime &now);

} // namespace saltdesk::models
