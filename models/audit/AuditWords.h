// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace saltdesk::models {

/// "asked", "ended", …: as the file names it.
[[nodiscard]] QLatin1StringView auditEventName(AuditEvent event);
[[nodiscard]] std::optional<AuditEvent> auditEventNamed(const QString &name);
/// For people, translated.
[[nodiscard]] QString auditEventWord(AuditEvent event);
/// In the order of the enum.
[[nodiscard]] QList<AuditEvent> allAuditEvents();

} // namespace saltdesk::models
