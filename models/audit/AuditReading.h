// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"
#include "audit/AuditHead.h"
#include "audit/AuditVerdict.h"

#include <QByteArrayView>
#include <QFuture>
#include <QString>

#include <optional>
#include <vector>

namespace saltdesk::models {

/// A trail as it was read: the entries in the order of the file, those behind a flaw too, and the verdict on it.
struct AuditReading
{
    std::vector<AuditEntry> entries = {};
    AuditVerdict verdict = {};
};

/// Pure: the whole file and the head beside it.
[[nodiscard]] AuditReading readAudit(QByteArrayView file, const std::optional<AuditHead> &head);
/// Reads and checks the file on a thread of the global pool. A file that is not there is an empty trail.
[[nodiscard]] QFuture<AuditReading> readAuditFile(const QString &path);

} // namespace saltdesk::models
