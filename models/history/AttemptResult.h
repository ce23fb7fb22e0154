// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Attempt.h"

namespace saltdesk::models {

/// How an attempt stands. Never read from the stage alone: `finish` comes after a failure too (reference 3.3).
enum class AttemptResult : unsigned char { Running, Succeeded, InPart, Failed };

[[nodiscard]] AttemptResult resultOf(const api::Attempt &attempt);
/// The stage that the attempt is in or ended in; null when the answer has none.
[[nodiscard]] const api::Stage *lastStageOf(const api::Attempt &attempt);

} // namespace saltdesk::models
