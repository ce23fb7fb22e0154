// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"

namespace saltdesk::testing {

/// A connection that is well, for tests that need one thing of it to be different.
[[nodiscard]] inline models::ConnectionSummary specimen()
{
    models::ConnectionSummary connection;
    connection.id = api::ConnectionId(QStringLiteral("111111111111111111"));
    connection.customerId = api::CustomerId(QStringLiteral("222222222222222222"));
    connection.customerLabel = QStringLiteral("helpdesk-000123");
    connection.providerCode = QStringLiteral("fakebank_simple_xf");
    connection.providerName = QStringLiteral("Fakebank Simple");
    connection.countryCode = QStringLiteral("XF");
    connection.status = api::ConnectionStatus::Active;
    connection.statusText = QStringLiteral("active");
    connection.storeCredentials = true;
    connection.createdAt = QDateTime(QDate(2026, 9, 6), QTime(9, 35), Qt::UTC);
    connection.lastSuccessAt = QDateTime(QDate(2026, 11, 23), QTime(10, 30), Qt::UTC);
    connection.nextRefreshPossibleAt = QDateTime(QDate(2026, 11, 23), QTime(10, 40), Qt::UTC);
    return connection;
}

/// The moment that specimen() is looked at.
[[nodiscard]] inline QDateTime specimenNow()
{
    return {QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC};
}

} // namespace saltdesk::testing
