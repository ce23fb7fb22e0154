// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::models {

/// What happened. The names in the file are auditEventName()'s and never change.
enum class AuditEvent : unsigned char {
    Asked,     ///< a write is about to be sent
    Ended,     ///< it ended at the API, or its fate is unknown: see the outcome
    Refused,   ///< it was refused here, and nothing left
    Unlocked,  ///< writes were unlocked, for the reason given
    Locked,    ///< writes were locked, by hand or by the clock
    Forgotten, ///< the local traces of a customer were removed
    Resumed    ///< the trail goes on after lines that could not be read, or that are missing
};

/// One line of the audit trail. Values only. Never a secret or a credential: there is no member that could hold one;
/// what comes from a server is kept only if it has the form of an id or of an error class.
struct AuditEntry
{
    /// From 1, without a gap; given by the AuditFile.
    quint64 number = 0;
    /// UTC.
    QDateTime time = {};
    /// Who, as the operating system knows him, and at which computer.
    QString user = {};
    QString host = {};
    /// The profile's name, or the API's host where the profile is not saved.
    QString profile = {};
    EnvironmentKind environment = EnvironmentKind::Sandbox;
    QString customer = {};
    QString connection = {};
    /// auditOperation()'s name for it.
    QString operation = {};
    /// What the writes were unlocked for.
    QString reason = {};
    AuditEvent event = AuditEvent::Asked;
    /// Of Ended and Refused: the number of the entry that asked.
    quint64 about = 0;
    /// "ok", the API's error class or the kind of failure; "unknown: …" where no answer told the fate of a write.
    QString outcome = {};
    QString requestId = {};
    /// Of Resumed: "sha256:…" of the bytes that it skips.
    QString note = {};

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

} // namespace saltdesk::models
