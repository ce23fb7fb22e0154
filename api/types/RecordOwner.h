// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QString>

#include <utility>

namespace saltdesk::api {

/// Whose consents or accounts are meant: one connection's, or all of a customer (reference 4.5, 4.7).
class RecordOwner
{
public:
    RecordOwner(const ConnectionId &connection) // NOLINT(google-explicit-constructor)
        : m_item(QStringLiteral("connection_id"), connection.toString())
    {}
    RecordOwner(const CustomerId &customer) // NOLINT(google-explicit-constructor)
        : m_item(QStringLiteral("customer_id"), customer.toString())
    {}

    /// As it stands in the query.
    [[nodiscard]] const std::pair<QString, QString> &queryItem() const { return m_item; }
    [[nodiscard]] bool isCustomer() const { return m_item.first == QLatin1StringView("customer_id"); }

private:
    std::pair<QString, QString> m_item;
};

} // namespace saltdesk::api
