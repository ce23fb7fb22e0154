// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/Customer.h"
#include "types/ListPage.h"

#include <QByteArray>

namespace saltdesk::api {

using CustomerPage = ListPage<Customer>;

/// As tolerant and as pure as ConnectionDecoder.
[[nodiscard]] Result<Customer> decodeCustomer(const QByteArray &body);
[[nodiscard]] Result<CustomerPage> decodeCustomerPage(const QByteArray &body);
/// The answer to a removal, a lock and an unlock.
[[nodiscard]] Result<CustomerChange> decodeCustomerChange(const QByteArray &body);

} // namespace saltdesk::api
