// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditHead.h"

#include <QByteArray>

class QIODevice;

namespace saltdesk::models {

/// Where a trail goes on.
struct AuditTail
{
    /// The last entry that can be read; 0 where there is none.
    AuditHead last = {};
    /// What stands behind it and can't be read, without the last line break.
    QByteArray damage = {};
    bool endsInBreak = true;
};

/// Reads from the end, no more than it needs. The device is open and can seek.
[[nodiscard]] AuditTail readAuditTail(QIODevice &file);

} // namespace saltdesk::models
