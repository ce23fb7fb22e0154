// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditWitness.h"

#include "audit/AuditOperation.h"
#include "audit/AuditOutcome.h"
#include "audit/AuditTrail.h"

namespace saltdesk::models {

AuditWitness::AuditWitness(AuditTrail *trail, AuditContext context)
    : m_trail(trail)
    , m_context(std::move(context))
{}

AuditEntry AuditWitness::blank(AuditEvent event) const
{
    return {.profile = m_context.profile, .environment = m_context.environment, .event = event};
}

std::optional<QString> AuditWitness::admit(const api::WriteIntent &intent)
{
    if (m_trail == nullptr) {
        return std::nullopt;
    }
    AuditEntry entry = blank(AuditEvent::Asked);
    entry.connection = auditToken(intent.subject.connection);
    entry.customer = auditToken(intent.subject.customer);
    if (entry.customer.isEmpty() && !entry.connection.isEmpty() && m_context.customerOf) {
        entry.customer = auditToken(m_context.customerOf(entry.connection));
    }
    entry.operation = auditOperation(intent.method, intent.pathTemplate);
    entry.reason = m_context.reason ? m_context.reason() : QString();
    const tl::expected<quint64, QString> number = m_trail->record(entry);
    entry.number = number.value_or(0);
    m_running.insert(intent.number, entry);
    return number ? std::nullopt : std::optional(number.error());
}

void AuditWitness::ended(const api::WriteIntent &intent, const std::optional<api::ApiError> &error)
{
    AuditEntry entry = m_running.take(intent.number);
    if (entry.number == 0) {
        // It was never written down, so it never left.
        return;
    }
    entry.about = entry.number;
    entry.event = wasRefusedHere(error) ? AuditEvent::Refused : AuditEvent::Ended;
    entry.outcome = auditOutcome(error);
    entry.requestId = error ? auditToken(error->requestId) : QString();
    // It has left: all that can be done about a failure is to say so, and the trail does.
    std::ignore = m_trail->record(entry);
}

void AuditWitness::noteUnlocked(const QString &reason)
{
    if (m_trail != nullptr) {
        AuditEntry entry = blank(AuditEvent::Unlocked);
        entry.reason = reason;
        std::ignore = m_trail->record(entry);
    }
}

void AuditWitness::noteLocked()
{
    if (m_trail != nullptr) {
        std::ignore = m_trail->record(blank(AuditEvent::Locked));
    }
}

tl::expected<void, QString> AuditWitness::noteForgotten(const QString &customer, bool completely)
{
    if (m_trail == nullptr) {
        return {};
    }
    AuditEntry entry = blank(AuditEvent::Forgotten);
    entry.customer = auditToken(customer);
    entry.outcome = completely ? QStringLiteral("ok") : QStringLiteral("incomplete");
    const tl::expected<quint64, QString> number = m_trail->record(entry);
    return number ? tl::expected<void, QString>() : tl::unexpected(number.error());
}

} // namespace saltdesk::models
