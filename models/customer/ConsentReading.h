// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "resources/ConsentsApi.h"
#include "types/Consent.h"
#include "types/Ids.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <vector>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// Reads all consents of a customer, page by page. Ends exactly once, after the event loop has turned; `complete` is
/// false when an error cut it short, which never harms the list of connections. Destroying it aborts.
class ConsentReading : public QObject
{
    Q_OBJECT

public:
    ConsentReading(api::ApiClient &client, const api::CustomerId &customer, QObject *parent = nullptr);
    ~ConsentReading() override;

    void start() { readPage({}); }
    [[nodiscard]] const std::vector<api::Consent> &consents() const { return m_consents; }

signals:
    void ended(bool complete);

private:
    void readPage(const QString &fromId);
    void take(const api::ConsentPage &page);

    api::ApiClient &m_client;
    api::CustomerId m_customer;
    api::Call<api::ConsentPage> m_call;
    std::vector<api::Consent> m_consents;
    QSet<QString> m_asked;
};

} // namespace saltdesk::models
