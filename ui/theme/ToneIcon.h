// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Situation.h"

#include <QString>

namespace saltdesk::ui {

/// The sign that goes with a colour, so that nothing is said by colour alone; a name for SymbolicIcon.
[[nodiscard]] QString toneIcon(models::Tone tone);
[[nodiscard]] QString situationIcon(models::Situation situation);

} // namespace saltdesk::ui
