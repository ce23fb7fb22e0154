// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// The columns of the table in their first order. The last one is hidden until chosen.
enum class ConnectionColumn {
    State,
    Bank,
    Country,
    Customer,
    LastSuccess,
    NextRefresh,
    LastAttempt,
    Error,
    ConsentEnds,
    ConnectionId
};
inline constexpr int connectionColumnCount = 10;

[[nodiscard]] QString columnTitle(ConnectionColumn column);

} // namespace saltdesk::models
