// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "handlers/Paging.h"
#include "http/Router.h"

namespace saltdesk::sandbox {

/// Every route of the API that the sandbox speaks. The arguments must outlive the table.
[[nodiscard]] std::vector<Route> routeTable(State &state, const BankCatalogue &banks, AttemptEngine &engine,
                                            Paging paging);

} // namespace saltdesk::sandbox
