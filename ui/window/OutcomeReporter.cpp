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
    const auto after = m_workspace.connections().summary(outcome.connection);
    m_bar.tell(outcomeMessage(outcome, before, after, m_workspace.clock().now()));
    const bool done = outcome.kind == OperationOutcome::Kind::Done || outcome.kind == OperationOutcome::Kind::FoundDone;
    if (outcome.operation == models::Operation::Refresh && done && after && after->fetching) {
        follow(before);
    }
}

void OutcomeReporter::follow(const ConnectionSummary &before)
{
    AttemptFollower &follower = m_workspace.poller().follow(before.customerId, before.id);
    // The followers hear of the end before the model does, hence queued.
    connect(
        &follower, &AttemptFollower::succeeded, this, [this, before] { reportEnd(before, {}); }, Qt::QueuedConnection);
    connect(
        &follower, &AttemptFollower::failed, this,
        [this, before](const QString &errorClass) { reportEnd(before, errorClass); }, Qt::QueuedConnection);
}

void OutcomeReporter::reportEnd(const ConnectionSummary &before, const QString &errorClass)
{
    if (const auto after = m_workspace.connections().summary(before.id)) {
        m_bar.tell(attemptMessage(before, *after, errorClass, m_workspace.clock().now()));
    }
}

} // namespace saltdesk::ui
