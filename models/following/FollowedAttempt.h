// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QDateTime>

namespace saltdesk::models {

/// One attempt that is being followed.
struct FollowedAttempt
{
    api::CustomerId customer;
    api::ConnectionId connection;
    api::AttemptId attempt;
    /// When following began, by the server's clock.
    QDateTime since;
};

} // namespace saltdesk::models
