// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

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

    /// The whole list of this customer was read: what has not changed was seen again too, and what is not in it is
    /// gone.
    void observeAll(const api::CustomerId &customer);

private:
    void want(const api::ConnectionId &id);
    void lookAtSome();
    void tellList();

    ConnectionsModel &m_connections;
    LocalHistory &m_history;
    /// Whose list is whole; none while it is being read for the first time.
    std::optional<api::CustomerId> m_customer;
    QSet<api::ConnectionId> m_wanted;
    bool m_isListNews = false;
    QTimer m_later;
};

} // namespace saltdesk::models
