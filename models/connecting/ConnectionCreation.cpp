// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectionCreation.h"

#include "connections/ConnectionsModel.h"
#include "reading/Retire.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

ConnectionCreation::ConnectionCreation(api::ApiClient &client, ConnectionsModel &connections, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_connections(connections)
{}

ConnectionCreation::~ConnectionCreation() = default;

Newcomer ConnectionCreation::newcomer(const QString &providerCode) const
{
    const std::vector<api::ConnectionId> ids = m_connections.ids();
    return {.providerCode = providerCode,
            .sentAt = m_client.serverClock().now(),
            .known = QSet<api::ConnectionId>(ids.begin(), ids.end())};
}

bool ConnectionCreation::create(const api::CreateConnectionRequest &request)
{
    if (m_running) {
        return false;
    }
    m_running = true;
    m_customer = request.customerId;
    m_newcomer = newcomer(request.providerCode);
    api::ConnectionsApi(m_client).create(request).then(
        this, [this](const api::Result<api::ConnectionDocument> &result) { take(result); });
    return true;
}

void ConnectionCreation::take(const api::Result<api::ConnectionDocument> &result)
{
    if (!result) {
        if (result.error().outcomeUnknown) {
            lookBack(m_customer, m_newcomer, result.error());
        } else {
            end({CreationOutcome::Kind::Refused, {}, {}, result.error()});
        }
        return;
    }
    const api::Connection &connection = result->connection;
    m_connections.updateConnection(connection);
    end({CreationOutcome::Kind::Created, connection.id, connection.lastAttempt.value().id, std::nullopt});
}

void ConnectionCreation::lookBack(const api::CustomerId &customer, const Newcomer &newcomer, const api::ApiError &error)
{
    m_running = true;
    m_customer = customer;
    m_newcomer = newcomer;
    m_error = error;
    m_found.reset();
    m_listing = api::ConnectionsApi(m_client).list(customer);
    connect(m_listing.get(), &api::ConnectionListing::pageReady, this,
            [this](const std::shared_ptr<const api::ConnectionPage> &page) {
                if (const auto found = findNewcomer(*page, m_newcomer)) {
                    m_found = found;
                }
                m_connections.updateRows(*page);
            });
    connect(m_listing.get(), &api::ConnectionListing::ended, this, &ConnectionCreation::endListing);
    emit lookingBack();
}

void ConnectionCreation::endListing(const api::Result<api::ListingSummary> &result)
{
    retire(m_listing, this);
    CreationOutcome outcome{CreationOutcome::Kind::FoundNothing, {}, {}, m_error};
    if (m_found) {
        outcome.kind = CreationOutcome::Kind::FoundCreated;
        outcome.connection = m_found->id;
        outcome.attempt = m_found->attempt;
    } else if (!result) {
        outcome.kind = CreationOutcome::Kind::Unknown;
    }
    end(outcome);
}

void ConnectionCreation::end(const CreationOutcome &outcome)
{
    m_running = false;
    emit ended(outcome);
}

} // namespace saltdesk::models
