// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"

#include <QString>

#include <tl/expected.hpp>

namespace saltdesk::models {

struct AuditTail;

/// The audit trail's file: only ever appended to, line by line, each on the disk before append() returns. Several
/// processes may share it; a lock file keeps their lines apart, and each looks at the end anew before it writes.
///
/// A last line that was cut short stays where it is: the next append closes it and first writes a Resumed entry that
/// notes it. Where the head beside the file knows of later entries than the file has, the chain goes on from the head,
/// so the loss stays visible. Any thread, one at a time.
class AuditFile
{
public:
    /// How long another process may hold the file, in milliseconds.
    static constexpr int patience = 300;

    explicit AuditFile(QString path);

    /// Gives the entry its number and writes it. The error says what happened and what to do, for people.
    [[nodiscard]] tl::expected<AuditEntry, QString> append(AuditEntry entry);
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] static QString lockPath(const QString &path);

private:
    [[nodiscard]] tl::expected<AuditEntry, QString> appendLocked(AuditEntry entry);

    QString m_path;
};

} // namespace saltdesk::models
