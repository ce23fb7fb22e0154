// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "types/HolderInfo.h"

#include <vector>

namespace saltdesk::ui {

/// What the bank says of whom the accounts belong to, as rows; none for what it does not say. Pure.
[[nodiscard]] std::vector<FactsList::Fact> holderFacts(const api::HolderInfo &info);

} // namespace saltdesk::ui
