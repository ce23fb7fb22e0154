// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <optional>

namespace saltdesk::models {

/// The form of a line in the audit trail's file. A line is one JSON object; its last member `hash` is the SHA-256, in
/// hex, of `prev` followed by the line without that member; `prev` is the hash of the line before. So a line is checked
/// by its bytes, whatever later versions put into it.

/// What this program writes; it reads nothing newer.
inline constexpr int auditVersion = 1;
/// The `prev` of the first line.
[[nodiscard]] QByteArray auditGenesis();

struct AuditLine
{
    AuditEntry entry = {};
    QByteArray previous = {};
    QByteArray hash = {};
    /// False: the hash is not that of the line.
    bool isAuthentic = false;
    int version = auditVersion;
};

/// Without the line break.
[[nodiscard]] QByteArray encodeAuditLine(const AuditEntry &entry, const QByteArray &previous);
/// The hash that a line states, which is the `prev` of the next one; empty where it states none.
[[nodiscard]] QByteArray auditHashIn(QByteArrayView line);
/// Unset: not a line of an audit trail at all, such as half of one.
[[nodiscard]] std::optional<AuditLine> decodeAuditLine(QByteArrayView line);

/// The members of an entry by their names; empty ones are left out.
[[nodiscard]] QJsonObject auditObject(const AuditEntry &entry);
/// What a Resumed entry notes of the bytes that it skips.
[[nodiscard]] QString auditDamageNote(QByteArrayView damage);

} // namespace saltdesk::models
