// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"
#include "transport/WriteWitness.h"

#include <QHash>

#include <functional>

#include <tl/expected.hpp>

namespace saltdesk::models {

class AuditTrail;

/// What a workspace adds to the writes it witnesses.
struct AuditContext
{
    QString profile = {};
    EnvironmentKind environment = EnvironmentKind::Sandbox;
    /// What the writes are unlocked for.
    std::function<QString()> reason = {};
    /// The customer of a connection as far as it is known here; the API's writes name the connection alone.
    std::function<QString(const QString &connection)> customerOf = {};
};

/// Writes down what one workspace does to customers: each write before it leaves and how it ended, and what happens to
/// its lock. A write that can't be written down does not leave.
///
/// Lives as long as the workspace's client; borrows the trail, which may be null: then nothing is written and nothing
/// is refused. The context is asked in admit() only, so it may be gone when the client ends what still runs.
class AuditWitness final : public api::WriteWitness
{
public:
    AuditWitness(AuditTrail *trail, AuditContext context);

    [[nodiscard]] std::optional<QString> admit(const api::WriteIntent &intent) override;
    void ended(const api::WriteIntent &intent, const std::optional<api::ApiError> &error) override;

    void noteUnlocked(const QString &reason);
    void noteLocked();
    /// `completely`: nothing of him is left here. The error is a text for people.
    [[nodiscard]] tl::expected<void, QString> noteForgotten(const QString &customer, bool completely);

private:
    [[nodiscard]] AuditEntry blank(AuditEvent event) const;

    AuditTrail *m_trail;
    AuditContext m_context;
    /// The entries that asked for writes which still run, by the number of the write.
    QHash<quint64, AuditEntry> m_running;
};

} // namespace saltdesk::models
