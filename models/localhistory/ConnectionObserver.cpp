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
        // Sorting and filtering many rows resets as well; another customer begins with none.
        if (m_connections.total() == 0) {
            m_customer.reset();
            m_wanted.clear();
        }
    });
}

void ConnectionObserver::observeAll(const api::CustomerId &customer)
{
    m_customer = customer;
    m_isListNews = true;
    for (const api::ConnectionId &id : m_connections.ids()) {
        m_wanted.insert(id);
    }
    m_later.start();
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
        if (const auto connection = m_connections.summary(id)) {
            seen.push_back(observe(*connection));
        } else {
            m_isListNews = true;
        }
    }
    m_history.record(std::move(seen));
    if (m_wanted.isEmpty()) {
        m_later.stop();
        tellList();
    }
}

void ConnectionObserver::tellList()
{
    if (!m_isListNews || !m_customer) {
        return;
    }
    m_isListNews = false;
    QSet<QString> listed;
    for (const api::ConnectionId &id : m_connections.ids()) {
        listed.insert(id.toString());
    }
    m_history.recordList(*m_customer, std::move(listed));
}

} // namespace saltdesk::models
