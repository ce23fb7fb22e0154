// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionsModel.h"

#include <QString>

namespace saltdesk::app {

/// The visible rows as a text table, one line each under a line of titles: what `--print` writes.
[[nodiscard]] QString printedConnections(const models::ConnectionsModel &connections);

} // namespace saltdesk::app
