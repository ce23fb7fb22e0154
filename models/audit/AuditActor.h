// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// Who sits at which computer, as the operating system knows it and not as the environment claims.
struct AuditActor
{
    QString user = {};
    QString host = {};

    [[nodiscard]] static AuditActor current();
};

} // namespace saltdesk::models
