// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/StageScale.h"

#include <QString>

#include <chrono>

namespace saltdesk::models {

/// "Start 2 s, Interactive 40 s, Finish"; for readers of screens and for copies.
[[nodiscard]] QString spokenStages(const StageScale &scale);
/// "Interactive", "Fetch recent": a stage's name for people, made from the API's.
[[nodiscard]] QString stageTitle(const QString &name);
/// "0.4 s", "40 s", "1:31", "3 days".
[[nodiscard]] QString spentTime(std::chrono::milliseconds spent);

} // namespace saltdesk::models
