// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"
#include "audit/AuditHead.h"

#include <QByteArray>
#include <QByteArrayList>

namespace saltdesk::testing {

/// An entry with every member set; its number is the place in a chain.
[[nodiscard]] models::AuditEntry fullAuditEntry(quint64 number);

/// A chain of entries as a file has them.
struct Chain
{
    explicit Chain(int entries);

    /// With a line break behind each line.
    [[nodiscard]] QByteArray file() const;

    QByteArrayList lines;
    models::AuditHead head;
};

[[nodiscard]] QByteArray contentsOf(const QString &path);
void overwrite(const QString &path, const QByteArray &contents);

} // namespace saltdesk::testing
