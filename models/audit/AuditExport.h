// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"

#include <QByteArray>
#include <QString>

#include <vector>

#include <tl/expected.hpp>

namespace saltdesk::models {

/// UTF-8 with a header line; quoted as RFC 4180 says. Times are ISO 8601 in UTC. What a spreadsheet would take for a
/// formula is kept from it by a leading quote mark.
[[nodiscard]] QByteArray auditCsv(const std::vector<AuditEntry> &entries);
/// An array of objects with the names of the trail's file.
[[nodiscard]] QByteArray auditJson(const std::vector<AuditEntry> &entries);
/// As CSV where the name ends so, else as JSON; all or nothing. The error is a text for people.
[[nodiscard]] tl::expected<void, QString> saveAuditExport(const QString &path, const std::vector<AuditEntry> &entries);

} // namespace saltdesk::models
