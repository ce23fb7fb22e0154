// SPDX-License-Identifier: Apache-2.0
#include "state/State.h"

#include "state/LoadRows.h"

#include <algorithm>

namespace saltdesk::sandbox {

static constexpr qulonglong firstId = 1204117300518600731;

template <typename Objects>
static auto *find(Objects &objects, const QString &id)
{
    const auto found = objects.find(id);
    return found == objects.end() ? nullptr : &found->second;
}

State::State()
    : m_lastId(firstId)
{}

State::~State() = default;

QString State::nextId()
{
    // Uneven steps, as if other clients' objects lay between.
    m_lastId += 1013 + m_lastId % 9973;
    return QString::number(m_lastId);
}

Customer &State::add(Customer customer)
{
    return m_customers[customer.id] = std::move(customer);
}

Connection &State::add(Connection connection)
{
    m_connectionsOf[connection.customerId].insert(connection.id);
    return m_connections[connection.id] = std::move(connection);
}

Consent &State::add(Consent consent)
{
    return m_consents[consent.id] = std::move(consent);
}

void State::removeConnection(const QString &id, Instant at)
{
    const Connection *gone = connection(id);
    if (gone == nullptr) {
        return;
    }
    for (auto &[key, consent] : m_consents) {
        if (consent.connectionId == id && consent.active()) {
            consent.revoke(QStringLiteral("client"), at);
        }
    }
    m_connectionsOf[gone->customerId].erase(id);
    m_connections.erase(id);
    m_removed.insert(id);
}

void State::removeCustomer(const QString &id, Instant at)
{
    if (m_load) {
        const auto [first, end] = m_load->shareOf(id);
        for (int index = first; index < end; ++index) {
            m_removed.insert(LoadRows::idOf(index));
        }
    }
    const Ids ids = connectionsOf(id);
    for (const QString &connectionId : ids) {
        removeConnection(connectionId, at);
    }
    m_customers.erase(id);
}

Customer *State::customer(const QString &id)
{
    return find(m_customers, id);
}

Connection *State::connection(const QString &id)
{
    if (Connection *kept = find(m_connections, id)) {
        return kept;
    }
    const auto index = m_load && !wasRemoved(id) ? m_load->indexOf(id) : std::nullopt;
    if (!index) {
        return nullptr;
    }
    add(m_load->consent(*index));
    return &add(m_load->connection(*index));
}

const Connection *State::keptConnection(const QString &id) const
{
    return find(m_connections, id);
}

const State::Ids &State::connectionsOf(const QString &customerId) const
{
    static const Ids none;
    const auto found = m_connectionsOf.find(customerId);
    return found == m_connectionsOf.end() ? none : found->second;
}

Consent *State::consent(const QString &id)
{
    const auto index = m_load ? m_load->indexOfConsent(id) : std::nullopt;
    if (index && find(m_consents, id) == nullptr) {
        // Comes to life together with its connection.
        (void)connection(LoadRows::idOf(*index));
    }
    return find(m_consents, id);
}

const Consent *State::keptConsent(const QString &id) const
{
    return find(m_consents, id);
}

BankVisit &State::add(BankVisit visit)
{
    return m_visits[visit.token] = std::move(visit);
}

BankVisit *State::visit(const QString &token)
{
    return find(m_visits, token);
}

BankVisit *State::visitOf(const QString &attemptId)
{
    const auto found = std::find_if(m_visits.begin(), m_visits.end(),
                                    [&](const auto &entry) { return entry.second.attemptId == attemptId; });
    return found == m_visits.end() ? nullptr : &found->second;
}

ConnectSession &State::add(ConnectSession session)
{
    return m_sessions[session.token] = std::move(session);
}

ConnectSession *State::connectSession(const QString &token)
{
    return find(m_sessions, token);
}

void State::settleConsents(Instant now)
{
    for (auto &[id, consent] : m_consents) {
        consent.settle(now);
    }
}

void State::setLoad(std::unique_ptr<LoadRows> rows)
{
    m_load = std::move(rows);
}

} // namespace saltdesk::sandbox
