// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"

#include <QHash>
#include <QObject>

namespace saltdesk::models {

class ConnectionOperations;
class ConnectionsModel;

/// How connections stood when the agent last started an attempt of them here, a refresh or a reconnect: the "before" of
/// "inactive → active". Forgotten with the customer, and when the attempt did not come about.
///
/// GUI thread; listens to both, borrows them.
class ConnectionsBefore : public QObject
{
    Q_OBJECT

public:
    ConnectionsBefore(ConnectionOperations &operations, ConnectionsModel &connections, QObject *parent = nullptr);

    /// Null: nothing was started.
    [[nodiscard]] const ConnectionSummary *of(const api::ConnectionId &id) const;

private:
    void forgetWhoIsGone();

    ConnectionsModel &m_connections;
    QHash<api::ConnectionId, ConnectionSummary> m_before;
};

} // namespace saltdesk::models
