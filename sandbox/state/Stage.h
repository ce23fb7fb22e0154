// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Script.h"
#include "clock/Clock.h"

namespace saltdesk::sandbox {

/// A stage that an attempt has reached (reference 3.3).
struct Stage
{
    QString id;
    QString name;
    Instant createdAt;
    Instant updatedAt;
    std::optional<Question> question = std::nullopt;
};

} // namespace saltdesk::sandbox
