// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace saltdesk::models {

/// The last entry's number and hash, kept in a file of its own beside the trail: it tells when entries were cut off at
/// the end, which the chain alone can't. Written after the entry, so it may be behind the trail but never ahead.
struct AuditHead
{
    quint64 number = 0;
    QByteArray hash = {};

    friend bool operator==(const AuditHead &, const AuditHead &) = default;
};

/// "…/audit.jsonl" has its head in "…/audit.head".
[[nodiscard]] QString auditHeadPath(const QString &trailPath);
/// Unset: there is none, or it can't be read.
[[nodiscard]] std::optional<AuditHead> readAuditHead(const QString &trailPath);
/// False: it could not be replaced; the old one is whole.
[[nodiscard]] bool writeAuditHead(const QString &trailPath, const AuditHead &head);

} // namespace saltdesk::models
