// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/ConnectionPage.h"
#include "types/Customer.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace saltdesk::api {

struct CustomerPage
{
    std::vector<Customer> customers;
    std::vector<DecodeWarning> warnings;
    /// Empty on the last page.
    QString nextId;
};

/// As tolerant and as pure as ConnectionDecoder.
[[nodiscard]] Result<Customer> decodeCustomer(const QByteArray &body);
[[nodiscard]] Result<CustomerPage> decodeCustomerPage(const QByteArray &body);

} // namespace saltdesk::api
