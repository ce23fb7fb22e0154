// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/BankCatalogue.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// Adds the customers `load-000001` … of load mode and their generated connections (`ServerOptions`).
void addLoad(State &state, const BankCatalogue &banks, int customers, int connections, Instant start);

} // namespace saltdesk::sandbox
