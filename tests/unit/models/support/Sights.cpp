// SPDX-License-Identifier: Apache-2.0
#include "support/Sights.h"

#include "support/RowSpec.h"

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

models::ConnectionSummary healthyConnection(const QString &id, const QString &customer)
{
    models::ConnectionSummary connection;
    connection.id = api::ConnectionId(id);
    connection.customerId = api::CustomerId(customer);
    connection.customerLabel = u"helpdesk-"_s + customer;
    connection.providerCode = u"rabobank_nl"_s;
    connection.providerName = u"Rabobank"_s;
    connection.countryCode = u"NL"_s;
    connection.status = api::ConnectionStatus::Active;
    connection.statusText = u"active"_s;
    connection.lastSuccessAt = startOfTime().addDays(-30);
    connection.hasAttempt = true;
    connection.attemptId = api::AttemptId(u"78"_s);
    return connection;
}

models::ConnectionSummary failingConnection(const QString &errorClass, const QDateTime &failedAt, const QString &id,
                                            const QString &customer)
{
    models::ConnectionSummary connection = healthyConnection(id, customer);
    connection.failErrorClass = errorClass;
    connection.failMessage = u"It did not work"_s;
    connection.failAt = failedAt;
    return connection;
}

} // namespace saltdesk::testing
