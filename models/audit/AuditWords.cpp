// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditEventTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::AuditEvent)
};

} // namespace

QLatin1StringView auditEventName(AuditEvent event)
{
    switch (event) {
    case AuditEvent::Asked:
        return "asked"_L1;
    case AuditEvent::Ended:
        return "ended"_L1;
    case AuditEvent::Refused:
        return "refused"_L1;
    case AuditEvent::Unlocked:
        return "unlocked"_L1;
    case AuditEvent::Locked:
        return "locked"_L1;
    case AuditEvent::Forgotten:
        return "forgotten"_L1;
    case AuditEvent::Resumed:
        return "resumed"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<AuditEvent> auditEventNamed(const QString &name)
{
    const QList<AuditEvent> events = allAuditEvents();
    const auto found = std::ranges::find(events, name, auditEventName);
    return found == events.end() ? std::nullopt : std::optional(*found);
}

QString auditEventWord(AuditEvent event)
{
    switch (event) {
    case AuditEvent::Asked:
        return AuditEventTexts::tr("Begun", "audit trail: a write is about to leave");
    case AuditEvent::Ended:
        return AuditEventTexts::tr("Ended", "audit trail: how a write ended");
    case AuditEvent::Refused:
        return AuditEventTexts::tr("Refused", "audit trail: here, nothing left");
    case AuditEvent::Unlocked:
        return AuditEventTexts::tr("Unlocked", "audit trail: writes");
    case AuditEvent::Locked:
        return AuditEventTexts::tr("Locked", "audit trail: writes");
    case AuditEvent::Forgotten:
        return AuditEventTexts::tr("Forgotten", "audit trail: local traces of a customer");
    case AuditEvent::Resumed:
        return AuditEventTexts::tr("Resumed", "audit trail: after a damage");
    }
    Q_UNREACHABLE();
}

QList<AuditEvent> allAuditEvents()
{
    using enum AuditEvent;
    return {Asked, Ended, Refused, Unlocked, Locked, Forgotten, Resumed};
}

} // namespace saltdesk::models
