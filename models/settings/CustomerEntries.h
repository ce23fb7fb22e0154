// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QString>

namespace saltdesk::models {

/// Drops what a group of the settings holds of a customer, under whatever account: the group has a list per account,
/// and the first word of each of its entries is a customer's id. False: the settings could not be written.
[[nodiscard]] bool forgetCustomerEntries(const QString &group, const api::CustomerId &customer);

} // namespace saltdesk::models
