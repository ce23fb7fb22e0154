// SPDX-License-Identifier: Apache-2.0
#include "window/OutcomeReporter.h"

#include "states/MessageBar.h"
#include "window/OutcomeWords.h"
#include "workspace/Workspace.h"

namespace saltdesk::ui {

using models::AttemptFollower;
using models::ConnectionOperations;
using models::ConnectionSummary;
using models::OperationOutcome;

OutcomeReporter::OutcomeReporter(models::Workspace &workspace, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_bar(bar)
{
    connect(&workspace.operations(), &ConnectionOperations::started, this, &OutcomeReporter::noteStart);
    connect(&workspace.operations(), &ConnectionOperations::ended, this, &OutcomeReporter::report);
}

void OutcomeReporter::noteStart(const api::ConnectionId &id)
{
    if (const auto summary = m_workspace.connections().summary(id)) {
        m_before.insert(id, *summary);
    }
}

void OutcomeReporter::report(const OperationOutcome &outcome)
{
    const ConnectionSummary before = m_before.take(outcome.connection);
    if (before.id.isEmpty()) {
        // Of a customer who is not shown: the dialog that sent it has told.
        return;
    }
    const auto after = m_workspace.connections().summary(outcome.connection);
    m_bar.tell(outcomeMessage(outcome, before, after, m_workspace.clock().now()));
    if (models::leavesAttemptRunning(outcome.operation) && outcome.tookEffect() && after && after->fetching) {
        follow(outcome.operation, before);
    }
}

void OutcomeReporter::followOn(const api::ConnectionId &connection)
{
    if (const auto now = m_workspace.connections().summary(connection)) {
        follow(models::Operation::Reconnect, *now);
    }
}

void OutcomeReporter::follow(models::Operation operation, const ConnectionSummary &before)
{
    if (m_followed.contains(before.id)) {
        return;
    }
    m_followed.insert(before.id);
    AttemptFollower &follower = m_workspace.poller().follow(before.customerId, before.id);
    // The followers hear of the end before the model does, hence queued.
    connect(
        &follower, &AttemptFollower::succeeded, this, [this, operation, before] { reportEnd(operation, before, {}); },
        Qt::QueuedConnection);
    connect(
        &follower, &AttemptFollower::failed, this,
        [this, operation, before](const QString &errorClass) { reportEnd(operation, before, errorClass); },
        Qt::QueuedConnection);
    connect(&follower, &QObject::destroyed, this, [this, id = before.id] { m_followed.remove(id); });
}

void OutcomeReporter::reportEnd(models::Operation operation, const ConnectionSummary &before, const QString &errorClass)
{
    if (const auto after = m_workspace.connections().summary(before.id)) {
        m_bar.tell(attemptMessage(operation, before, *after, errorClass, m_workspace.clock().now()));
    }
}

} // namespace saltdesk::ui
