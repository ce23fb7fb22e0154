// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "types/Customer.h"
#include "types/Ids.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// One search for a customer: tries what the text may mean, one after the other, until something answers.
///
/// Ends with exactly one of found, foundNobody, failed, always after the event loop has turned. Destroying it aborts.
class CustomerLookup : public QObject
{
    Q_OBJECT

public:
    /// What a text may mean.
    enum class Step { CustomerId, ConnectionId, Identifier };
    Q_ENUM(Step)

    /// The likeliest first: see CustomerScope.
    [[nodiscard]] static QList<Step> stepsFor(const QString &text);

    CustomerLookup(api::ApiClient &client, const QString &text, const QList<Step> &steps, QObject *parent = nullptr);
    ~CustomerLookup() override;

    void start();

signals:
    /// `connection` is empty unless it was a connection's id that was searched for.
    void found(const saltdesk::api::Customer &customer, const saltdesk::api::ConnectionId &connection);
    void foundNobody();
    void failed(const saltdesk::api::ApiError &error);

private:
    void tryNext();
    void tryCustomer();
    void tryConnection();
    void tryIdentifier();
    void readOwner(const api::CustomerId &owner, const api::ConnectionId &connection);
    void refused(const api::ApiError &error);

    api::ApiClient &m_client;
    QString m_text;
    QList<Step> m_steps;
    std::function<void()> m_abort;
};

} // namespace saltdesk::models
