// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proving/ProofHop.h"
#include "states/Message.h"

#include <QString>

#include <span>

namespace saltdesk::ui {

/// The words and signs of a connection test. Pure, all of them.

[[nodiscard]] QString hopName(models::Hop hop);
[[nodiscard]] QString hopStateWord(models::HopState state);
[[nodiscard]] models::Tone hopTone(models::HopState state);
/// For SymbolicIcon.
[[nodiscard]] QString hopIcon(models::HopState state);

/// What to do about a hop that failed.
[[nodiscard]] QString hopAdvice(const models::HopResult &failure);
/// What the test came to, once it has ended: the failure with what to do and its small print, or that all is well. Copy
/// gives every hop a line, for whoever is asked for help; there is no secret among them.
[[nodiscard]] Message proofMessage(std::span<const models::HopResult> results);

} // namespace saltdesk::ui
