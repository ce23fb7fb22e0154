// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "types/Attempt.h"

#include <QDateTime>

#include <vector>

namespace saltdesk::ui {

/// Every member of an attempt that the API sent, and its stages in the order of their times. What was not sent is left
/// out, what was sent as null is "not set". The tooltip of each begins with the API's own name for it. Pure; `now` is
/// the server's time.
[[nodiscard]] std::vector<FactsList::Fact> attemptFacts(const api::Attempt &attempt, const QDateTime &now);

} // namespace saltdesk::ui
