// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditFilter.h"

#include "audit/AuditOperation.h"

#include <algorithm>

namespace saltdesk::models {

AuditSieve::AuditSieve(const AuditFilter &filter)
    : m_filter(filter)
    , m_from(filter.from.isValid() ? filter.from.startOfDay().toUTC() : QDateTime())
    , m_end(filter.to.isValid() ? filter.to.addDays(1).startOfDay().toUTC() : QDateTime())
{
    m_filter.text = filter.text.trimmed();
}

bool AuditSieve::passes(const AuditEntry &entry) const
{
    const bool inTime = (!m_from.isValid() || entry.time >= m_from) && (!m_end.isValid() || entry.time < m_end);
    return inTime && (!m_filter.event || entry.event == *m_filter.event) &&
           (m_filter.profile.isEmpty() || entry.profile == m_filter.profile) && hasText(entry);
}

bool AuditSieve::hasText(const AuditEntry &entry) const
{
    const QString &wanted = m_filter.text;
    const auto texts = {&entry.customer,  &entry.connection, &entry.operation, &entry.reason, &entry.outcome,
                        &entry.requestId, &entry.user,       &entry.host,      &entry.profile};
    return wanted.isEmpty() ||
           std::ranges::any_of(texts,
                               [&](const QString *text) { return text->contains(wanted, Qt::CaseInsensitive); }) ||
           auditOperationWord(entry.operation).contains(wanted, Qt::CaseInsensitive);
}

} // namespace saltdesk::models
