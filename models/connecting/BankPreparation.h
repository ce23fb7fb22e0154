// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectionChoices.h"
#include "connections/ConnectionSummary.h"
#include "reading/ListReading.h"
#include "transport/Result.h"
#include "types/Connection.h"
#include "types/Consent.h"
#include "types/Provider.h"

#include <QObject>

#include <memory>
#include <optional>

namespace saltdesk::api {
class ApiClient;
struct ConnectionDocument;
} // namespace saltdesk::api

namespace saltdesk::models {

/// What a reconnect begins with: the last consent, and what the last attempt was asked for. Pure. Dates of the past
/// attempt are not taken over: they are over. `consent` may be null.
[[nodiscard]] ConnectionChoices lastChoices(const api::Connection &connection, const api::Consent *consent);

/// What has to be known before a customer can be asked for his consent: the bank with its form and its terms, and for a
/// reconnect what was agreed and asked for last time.
///
/// GUI thread; borrows the client. Emits ready or failed once per prepare, after the event loop has turned; preparing
/// another forgets the last. Only the bank is indispensable: without the last consent the dialog starts from the usual.
class BankPreparation : public QObject
{
    Q_OBJECT

public:
    /// `locale`: the language to ask for where the last attempt asked for none; empty: as the API takes it.
    explicit BankPreparation(api::ApiClient &client, QString locale = {}, QObject *parent = nullptr);
    ~BankPreparation() override;

    void prepareNew(const ConnectionChoices &choices);
    void prepareReconnect(const ConnectionSummary &connection);
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const api::Provider &bank() const { return m_bank; }
    [[nodiscard]] const ConnectionChoices &choices() const { return m_choices; }

signals:
    void ready();
    void failed(const saltdesk::api::ApiError &error);

private:
    void readBank();
    void takeBank(const api::Result<api::Provider> &bank);
    void takeConnection(const api::Result<api::ConnectionDocument> &document);
    void takeConsents(const api::Connection &connection, const std::vector<api::Consent> &consents);
    void end();

    api::ApiClient &m_client;
    QString m_locale;
    ConnectionChoices m_choices;
    api::Provider m_bank;
    std::unique_ptr<ListReading<api::Consent>> m_consents;
    int m_round = 0;
    bool m_running = false;
};

} // namespace saltdesk::models
