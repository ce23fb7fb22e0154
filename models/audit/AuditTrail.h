// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditActor.h"
#include "audit/AuditFile.h"
#include "audit/AuditReading.h"

#include <QFutureWatcher>
#include <QObject>

#include <optional>

namespace saltdesk::api {
class Clock;
}

namespace saltdesk::models {

/// The record of every write that this user attempted, in all profiles and windows: one file, append-only and chained
/// by hashes, so that a change afterwards shows.
///
/// Owned by the composition root, outlives the workspaces; GUI thread; borrows the clock. Signals: recorded after each
/// entry of this process; notRecorded when one could not be written; verified once per verify(), later.
class AuditTrail : public QObject
{
    Q_OBJECT

public:
    AuditTrail(QString path, const api::Clock &clock, QObject *parent = nullptr);
    ~AuditTrail() override;

    /// In the user's own data, on this computer.
    [[nodiscard]] static QString defaultPath();

    /// Adds time and actor, writes the entry and gives its number. The error is a text for people: what happened and
    /// what to do.
    [[nodiscard]] tl::expected<quint64, QString> record(AuditEntry entry);
    /// Checks the whole chain on a thread.
    void verify();

    /// Of the last verify(); unset before.
    [[nodiscard]] const std::optional<AuditVerdict> &verdict() const { return m_verdict; }
    [[nodiscard]] const AuditActor &actor() const { return m_actor; }
    [[nodiscard]] const QString &path() const { return m_file.path(); }

signals:
    void recorded(const saltdesk::models::AuditEntry &entry);
    void notRecorded(const QString &why);
    void verified(const saltdesk::models::AuditVerdict &verdict);

private:
    AuditFile m_file;
    const api::Clock &m_clock;
    AuditActor m_actor;
    QFutureWatcher<AuditReading> m_reading;
    std::optional<AuditVerdict> m_verdict;
};

} // namespace saltdesk::models
