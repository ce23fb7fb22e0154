// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "operations/OperationOutcome.h"

#include <QHash>
#include <QObject>

namespace saltdesk::models {
class AttemptFollower;
class Workspace;
} // namespace saltdesk::models

namespace saltdesk::ui {

class MessageBar;

/// Tells how writes went, and later how the attempt ended that a refresh started: before → after. Borrows both.
class OutcomeReporter : public QObject
{
    Q_OBJECT

public:
    OutcomeReporter(models::Workspace &workspace, MessageBar &bar, QObject *parent = nullptr);

private:
    void noteStart(const api::ConnectionId &id);
    void report(const models::OperationOutcome &outcome);
    void follow(const models::ConnectionSummary &before);
    void reportEnd(const models::ConnectionSummary &before, const QString &errorClass);

    models::Workspace &m_workspace;
    MessageBar &m_bar;
    QHash<api::ConnectionId, models::ConnectionSummary> m_before;
};

} // namespace saltdesk::ui
