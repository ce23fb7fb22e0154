// SPDX-License-Identifier: Apache-2.0
#include "handlers/ConnectionHandlers.h"

#include "handlers/Lookup.h"
#include "state/LoadRows.h"
#include "state/ObjectJson.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

QByteArray ConnectionHandlers::rowText(const Connection &connection) const
{
    return QJsonDocument(connectionJson(connection, *m_banks.find(connection.providerCode)))
        .toJson(QJsonDocument::Compact);
}

QByteArray ConnectionHandlers::body(const Connection &connection) const
{
    return objectBody(connectionJson(connection, *m_banks.find(connection.providerCode)));
}

Outcome<QByteArray> ConnectionHandlers::list(const Call &call) const
{
    const auto wanted = m_paging.read(call);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const QString customerId = call.query.value(u"customer_id"_s);
    if (customerId.isEmpty()) {
        return refuse(u"WrongRequestFormat"_s, u"customer_id parameter must be filled"_s);
    }
    return findUnlockedCustomer(m_state, customerId).map([&](const Customer *) {
        if (m_state.load() != nullptr) {
            const auto [first, end] = m_state.load()->shareOf(customerId);
            if (first != end) {
                return listBody(generatedPage(call, *wanted, first, end));
            }
        }
        return listBody(keptPage(call, *wanted, customerId));
    });
}

Page ConnectionHandlers::keptPage(const Call &call, const PageRequest &wanted, const QString &customerId) const
{
    Page page;
    const State::Ids &ids = m_state.connectionsOf(customerId);
    for (auto id = ids.lower_bound(wanted.fromId); id != ids.end(); ++id) {
        if (page.rows.size() == wanted.size) {
            Paging::link(page, call, *id);
            break;
        }
        page.rows.append(rowText(*m_state.keptConnection(*id)));
    }
    return page;
}

Page ConnectionHandlers::generatedPage(const Call &call, const PageRequest &wanted, int first, int end) const
{
    const LoadRows &load = *m_state.load();
    Page page;
    for (int index = std::max(first, load.firstFrom(wanted.fromId)); index < end; ++index) {
        const QString id = LoadRows::idOf(index);
        if (m_state.wasRemoved(id)) {
            continue;
        }
        if (page.rows.size() == wanted.size) {
            Paging::link(page, call, id);
            break;
        }
        const Connection *kept = m_state.keptConnection(id);
        page.rows.append(kept == nullptr ? load.connectionText(index) : rowText(*kept));
    }
    return page;
}

Outcome<QByteArray> ConnectionHandlers::show(const Call &call) const
{
    return findConnection(m_state, call.id).map([&](const Connection *connection) { return body(*connection); });
}

Outcome<QByteArray> ConnectionHandlers::update(const Call &call) const
{
    return findConnection(m_state, call.id).and_then([&](Connection *connection) -> Outcome<QByteArray> {
        if (connection->status == Connection::Status::Disabled) {
            return refuse(u"ConnectionDisabled"_s, u"Connection with id: '%1' is disabled."_s.arg(call.id));
        }
        if (call.data.isEmpty()) {
            return refuse(u"WrongRequestFormat"_s, u"data parameter must be filled"_s);
        }
        if (call.data.contains("store_credentials"_L1) && m_banks.find(connection->providerCode)->mode == "file"_L1) {
            // Reference 2.2: not for files, which have none. The class is unconfirmed.
            return refuse(u"WrongRequestFormat"_s, u"data.store_credentials parameter is not allowed"_s);
        }
        if (call.data.contains("status"_L1)) {
            connection->status = Connection::Status::Inactive;
            connection->nextRefreshPossibleAt = std::nullopt;
        }
        connection->dailyRefresh = call.data.value("daily_refresh"_L1).toBool(connection->dailyRefresh);
        connection->storeCredentials = call.data.value("store_credentials"_L1).toBool(connection->storeCredentials);
        if (!connection->storeCredentials) {
            connection->nextRefreshPossibleAt = std::nullopt;
            // A running attempt still needs them; it forgets them at its end.
            if (!connection->processing()) {
                connection->credentials = {};
            }
        }
        connection->updatedAt = call.now;
        return body(*connection);
    });
}

Outcome<QByteArray> ConnectionHandlers::remove(const Call &call) const
{
    return findConnection(m_state, call.id).map([&](Connection *connection) {
        if (connection->processing()) {
            m_engine.fail(*connection, u"ConnectionFetchingStopped"_s, u"The connection was removed."_s, call.now);
        }
        m_state.removeConnection(call.id, call.now);
        return objectBody({{u"id"_s, call.id}, {u"removed"_s, true}});
    });
}

} // namespace saltdesk::sandbox
