// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "types/Provider.h"
#include "types/Stage.h"

#include <vector>

namespace saltdesk::ui {

/// What the overview says of the bank behind a connection. Pure. `provider` is null until it is known, `waiting` unless
/// the bank waits for an answer.
[[nodiscard]] std::vector<FactsList::Fact> bankFacts(const api::Provider *provider, const api::Stage *waiting);

/// The names of the fields of a question as people know them: the provider's labels, else the keys.
[[nodiscard]] QStringList questionLabels(const api::Stage &waiting, const api::Provider *provider);

} // namespace saltdesk::ui
