// SPDX-License-Identifier: Apache-2.0
#include "handlers/AccountHandlers.h"

#include "handlers/Lookup.h"
#include "state/AccountJson.h"
#include "state/HolderJson.h"
#include "state/LoadRows.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

QList<Connection> AccountHandlers::connectionsOf(const Owner &owner, const PageRequest &wanted) const
{
    if (!owner.connectionId.isEmpty()) {
        return {*m_state.connection(owner.connectionId)};
    }
    QList<Connection> connections;
    for (const QString &id : m_state.connectionsOf(owner.customerId)) {
        connections.append(*m_state.keptConnection(id));
    }
    addGenerated(owner, wanted, connections);
    return connections;
}

void AccountHandlers::addGenerated(const Owner &owner, const PageRequest &wanted, QList<Connection> &connections) const
{
    const LoadRows *load = m_state.load();
    if (load == nullptr) {
        return;
    }
    const auto [first, end] = load->shareOf(owner.customerId);
    int added = 0;
    // Each has accounts, so one connection more than the page has rows is enough to know what comes next.
    for (int index = std::max(first, load->firstAccountFrom(wanted.fromId)); index < end && added <= wanted.size;
         ++index) {
        const QString id = LoadRows::idOf(index);
        if (!m_state.wasRemoved(id) && m_state.keptConnection(id) == nullptr) {
            connections.append(load->connection(index));
            ++added;
        }
    }
}

Outcome<QByteArray> AccountHandlers::list(const Call &call) const
{
    return m_paging.read(call).and_then([&](const PageRequest &wanted) {
        return findOwner(m_state, call).map([&](const Owner &owner) {
            State::Objects<QJsonObject> accounts;
            for (const Connection &connection : connectionsOf(owner, wanted)) {
                for (const QJsonObject &account : accountsJson(connection, *m_banks.find(connection.providerCode))) {
                    accounts[account.value("id"_L1).toString()] = account;
                }
            }
            Page page;
            for (auto entry = accounts.lower_bound(wanted.fromId); entry != accounts.end(); ++entry) {
                if (page.rows.size() == wanted.size) {
                    Paging::link(page, call, entry->first);
                    break;
                }
                page.rows.append(QJsonDocument(entry->second).toJson(QJsonDocument::Compact));
            }
            return listBody(page);
        });
    });
}

Outcome<QByteArray> AccountHandlers::holderInfo(const Call &call) const
{
    return findQueriedConnection(m_state, call).and_then([&](const Connection *connection) -> Outcome<QByteArray> {
        const Bank &bank = *m_banks.find(connection->providerCode);
        if (!bank.supportedFetchScopes.contains("holder_info"_L1)) {
            return refuse(u"HolderInfoNotSupported"_s, u"Provider '%1' gives no holder information."_s.arg(bank.code));
        }
        return objectBody(holderJson(*connection, bank));
    });
}

} // namespace saltdesk::sandbox
