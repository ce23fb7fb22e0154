// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/Observation.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace saltdesk::models {

class ConnectionsModel;
class LocalHistory;

/// Tells the local history what the table of connections shows: every row after each reading of the list, and single
/// rows when they change. GUI thread, a few rows at a time; borrows both.
class ConnectionObserver : public QObject
{
    Q_OBJECT

public:
    ConnectionObserver(ConnectionsModel &connections, LocalHistory &history, QObject *parent = nullptr);

    /// A list was read: also what has not changed was seen again.
    void observeAll();
    /// What was seen of this customer is not known here any more.
    void forget(const api::CustomerId &customer);

private:
    void want(const api::ConnectionId &id);
    void lookAtSome();
    [[nodiscard]] std::optional<Observation> look(const api::ConnectionId &id);

    ConnectionsModel &m_connections;
    LocalHistory &m_history;
    QHash<api::ConnectionId, Observation> m_last;
    QSet<api::ConnectionId> m_wanted;
    QTimer m_later;
};

} // namespace saltdesk::models
