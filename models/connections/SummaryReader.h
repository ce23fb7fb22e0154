// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "connections/RowStore.h"

namespace saltdesk::models {

/// A row of the store in words.
[[nodiscard]] ConnectionSummary readSummary(const RowStore &store, RowIndex index, const QString &customerLabel);

} // namespace saltdesk::models
