// SPDX-License-Identifier: Apache-2.0
#include "operations/ConnectionsBefore.h"

#include "connections/ConnectionsModel.h"
#include "operations/ConnectionOperations.h"

namespace saltdesk::models {

ConnectionsBefore::ConnectionsBefore(ConnectionOperations &operations, ConnectionsModel &connections, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
{
    connect(&operations, &ConnectionOperations::started, this,
            [this](const api::ConnectionId &id, Operation operation) {
                const auto now = m_connections.summary(id);
                // An answer goes on with an attempt that began before.
                if (now && leavesAttemptRunning(operation) && operation != Operation::Answer) {
                    m_before.insert(id, *now);
                }
            });
    connect(&operations, &ConnectionOperations::ended, this, [this](const OperationOutcome &outcome) {
        if (outcome.operation != Operation::Answer && leavesAttemptRunning(outcome.operation) &&
            !outcome.tookEffect()) {
            m_before.remove(outcome.connection);
        }
    });
    connect(&connections, &QAbstractItemModel::modelReset, this, &ConnectionsBefore::forgetWhoIsGone);
}

const ConnectionSummary *ConnectionsBefore::of(const api::ConnectionId &id) const
{
    const auto found = m_before.constFind(id);
    return found == m_before.constEnd() ? nullptr : &*found;
}

void ConnectionsBefore::forgetWhoIsGone()
{
    m_before.removeIf([this](const auto &entry) { return !m_connections.summary(entry.key()); });
}

} // namespace saltdesk::models
