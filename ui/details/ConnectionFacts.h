// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "details/FactsList.h"

#include <QDateTime>

#include <vector>

namespace saltdesk::ui {

/// What the overview lists of a connection below its sentence. Pure; `now` is the server's time.
[[nodiscard]] std::vector<FactsList::Fact> connectionFacts(const models::ConnectionSummary &connection,
                                                           const QDateTime &now);

} // namespace saltdesk::ui
