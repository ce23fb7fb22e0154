// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"

#include <QDate>
#include <QString>

#include <optional>

namespace saltdesk::models {

/// Which entries are wanted; an empty one wants all.
struct AuditFilter
{
    /// In any of an entry's texts, whatever the case.
    QString text = {};
    QString profile = {};
    std::optional<AuditEvent> event = {};
    /// Local days, both included; invalid: no bound.
    QDate from = {};
    QDate to = {};

    [[nodiscard]] bool isEmpty() const { return *this == AuditFilter(); }
    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

/// A filter made ready for many entries.
class AuditSieve
{
public:
    explicit AuditSieve(const AuditFilter &filter);

    [[nodiscard]] bool passes(const AuditEntry &entry) const;

private:
    [[nodiscard]] bool hasText(const AuditEntry &entry) const;

    AuditFilter m_filter;
    QDateTime m_from;
    QDateTime m_end;
};

} // namespace saltdesk::models
