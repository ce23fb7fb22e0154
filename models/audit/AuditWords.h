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

/// "sandbox", "test", "live": as the file names it.
[[nodiscard]] QLatin1StringView auditEnvironmentName(EnvironmentKind kind);
/// What the file does not name is taken for the most serious.
[[nodiscard]] EnvironmentKind auditEnvironmentNamed(const QString &name);

} // namespace saltdesk::models
