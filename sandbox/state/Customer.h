// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

#include <optional>

namespace saltdesk::sandbox {

/// An end user of the client company (reference 3.5).
struct Customer
{
    QString id;
    QString identifier;
    Instant createdAt;
    Instant updatedAt;
    /// Set while locked.
    std::optional<Instant> blockedAt = std::nullopt;
};

} // namespace saltdesk::sandbox
