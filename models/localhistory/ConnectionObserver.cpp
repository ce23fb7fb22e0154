// SPDX-License-Identifier: Apache-2.0
#include "localhistory/ConnectionObserver.h"

#include "connections/ConnectionsModel.h"
#include "localhistory/LocalHistory.h"

namespace saltdesk::models {

namespace {

// So that ten thousand rows do not hold up the window.
constexpr int rowsAtOnce = 200;

} // namespace

ConnectionObserver::ConnectionObserver(ConnectionsModel &connections, LocalHistory &history, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_history(history)
{
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ConnectionObserver::lookAtSome);
    connect(&connections, &ConnectionsModel::connectionChanged, this, &ConnectionObserver::want);
    connect(&connections, &QAbstractItemModel::modelReset, this, [this] {
        // Another customer's rows: those that were here are not removed, only out of sight.
        m_last.clear();
        m_wanted.clear();
    });
}

void ConnectionObserver::observeAll()
{
    for (const api::ConnectionId &id : m_connections.ids()) {
        want(id);
    }
}

void ConnectionObserver::forget(const api::CustomerId &customer)
{
    m_last.removeIf([&](const std::pair<const api::ConnectionId &, Observation &> &one) {
        return one.second.customer == customer;
    });
}

void ConnectionObserver::want(const api::ConnectionId &id)
{
    m_wanted.insert(id);
    m_later.start();
}

void ConnectionObserver::lookAtSome()
{
    std::vector<Observation> seen;
    for (int row = 0; row < rowsAtOnce && !m_wanted.isEmpty(); ++row) {
        const api::ConnectionId id = *m_wanted.cbegin();
        m_wanted.erase(m_wanted.cbegin());
        if (auto sight = look(id)) {
            seen.push_back(std::move(*sight));
        }
    }
    m_history.record(std::move(seen));
    if (m_wanted.isEmpty()) {
        m_later.stop();
    }
}

std::optional<Observation> ConnectionObserver::look(const api::ConnectionId &id)
{
    const auto connection = m_connections.summary(id);
    if (connection) {
        return *m_last.insert(id, observe(*connection));
    }
    const auto known = m_last.constFind(id);
    if (known == m_last.cend()) {
        return std::nullopt;
    }
    return observeGone(m_last.take(id));
}

} // namespace saltdesk::models
