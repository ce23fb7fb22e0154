// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "types/Attempt.h"

#include <QDateTime>

#include <vector>

namespace saltdesk::ui {

/// The stages of an attempt in the order of their times: when each began, what was spent in it, and what the bank asked
/// for. What the bank asked is its own text and stays plain. Pure; `now` is the server's time.
[[nodiscard]] std::vector<FactsList::Fact> stageFacts(const api::Attempt &attempt, const QDateTime &now);

} // namespace saltdesk::ui
