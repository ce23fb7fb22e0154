// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectionChoices.h"
#include "redirect/LoopbackReturn.h"
#include "transport/Call.h"
#include "transport/Secret.h"
#include "types/OAuthSession.h"
#include "types/Provider.h"

#include <QObject>

#include <memory>
#include <optional>

namespace saltdesk::api {
class ApiClient;
struct ConnectionDocument;
} // namespace saltdesk::api

namespace saltdesk::models {

/// Whether the bank sends the customer's browser back to us, so that `attempt.return_to` is needed (reference 2.7).
[[nodiscard]] bool needsReturn(const api::Provider &bank);

/// One visit of the customer's browser to the bank's own page (reference 4.8, 5.3): asks for the page's address, waits
/// on the loopback for the browser to come back, and hands what the bank appended on where the registration at the bank
/// is the client's own.
///
/// GUI thread; borrows the client. Signals after begin(): either refused, or started; after started at most one of
/// returned and notReturned; returned comes after the handing on, well or badly (see authorizeError()). The attempt is
/// followed elsewhere: a browser that never comes back ends it by its own timeout.
class BankVisit : public QObject
{
    Q_OBJECT

public:
    explicit BankVisit(api::ApiClient &client, QObject *parent = nullptr);
    ~BankVisit() override;

    /// False: no port of the loopback is free, and nothing was sent.
    bool begin(const ConnectionChoices &choices, const api::Provider &bank);

    /// The bank's page for this one authorisation; empty before started.
    [[nodiscard]] const api::Secret &page() const { return m_page; }
    [[nodiscard]] bool hasReturned() const { return m_returned; }
    /// Why the bank's answer could not be handed on.
    [[nodiscard]] const std::optional<api::ApiError> &authorizeError() const { return m_authorizeError; }

signals:
    void started(const saltdesk::api::ConnectionId &connection, const saltdesk::api::AttemptId &attempt);
    void refused(const saltdesk::api::ApiError &error);
    void returned();
    void notReturned();

private:
    void take(const api::Result<api::OAuthSession> &result);
    void takeReturn(const api::Secret &queryString);
    void takeAuthorized(const api::Result<api::ConnectionDocument> &result);

    api::ApiClient &m_client;
    std::unique_ptr<LoopbackReturn> m_return;
    api::ConnectionId m_connection;
    api::Secret m_page;
    bool m_clientOwned = false;
    bool m_returned = false;
    std::optional<api::ApiError> m_authorizeError;
};

} // namespace saltdesk::models
