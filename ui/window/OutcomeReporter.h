// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "operations/OperationOutcome.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace saltdesk::models {
class AttemptFollower;
class Workspace;
} // namespace saltdesk::models

namespace saltdesk::ui {

class MessageBar;

/// Tells how writes went, and later how the attempt ended that a refresh or a reconnect started or an answer let go on:
/// before → after. Borrows both.
class OutcomeReporter : public QObject
{
    Q_OBJECT

public:
    OutcomeReporter(models::Workspace &workspace, MessageBar &bar, QObject *parent = nullptr);

    /// An attempt goes on that was started in a dialog.
    void followOn(const api::ConnectionId &connection);

private:
    void noteStart(const api::ConnectionId &id);
    void report(const models::OperationOutcome &outcome);
    void follow(models::Operation operation, const models::ConnectionSummary &before);
    void reportEnd(models::Operation operation, const models::ConnectionSummary &before, const QString &errorClass);

    models::Workspace &m_workspace;
    MessageBar &m_bar;
    QHash<api::ConnectionId, models::ConnectionSummary> m_before;
    /// Whose end will be reported already.
    QSet<api::ConnectionId> m_followed;
};

} // namespace saltdesk::ui
