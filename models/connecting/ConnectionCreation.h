// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/CreationOutcome.h"
#include "connecting/NewcomerSearch.h"
#include "resources/ConnectionListing.h"
#include "resources/ConnectionsApi.h"
#include "types/ConnectionRequests.h"

#include <QObject>

#include <memory>
#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

class ConnectionsModel;

/// Creates one connection: sends the request once, and when its answer is lost reads the customer's list and looks for
/// what is new there. It never sends again by itself.
///
/// GUI thread; borrows client and model. Emits ended exactly once per create(), after the event loop has turned and
/// after the model knows the connection. Destroying it lets a request that left take its course.
class ConnectionCreation : public QObject
{
    Q_OBJECT

public:
    ConnectionCreation(api::ApiClient &client, ConnectionsModel &connections, QObject *parent = nullptr);
    ~ConnectionCreation() override;

    /// One at a time; false while another is under way.
    bool create(const api::CreateConnectionRequest &request);
    /// The same search for a creation of another kind, whose answer was lost: at the bank's own page.
    void lookBack(const api::CustomerId &customer, const Newcomer &newcomer, const api::ApiError &error);
    [[nodiscard]] Newcomer newcomer(const QString &providerCode) const;
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// The answer was lost; the customer's list is being read.
    void lookingBack();
    void ended(const saltdesk::models::CreationOutcome &outcome);

private:
    void take(const api::Result<api::ConnectionDocument> &result);
    void endListing(const api::Result<api::ListingSummary> &result);
    void end(const CreationOutcome &outcome);

    api::ApiClient &m_client;
    ConnectionsModel &m_connections;
    bool m_running = false;
    api::CustomerId m_customer;
    Newcomer m_newcomer;
    std::optional<FoundConnection> m_found;
    std::optional<api::ApiError> m_error;
    std::unique_ptr<api::ConnectionListing> m_listing;
};

} // namespace saltdesk::models
