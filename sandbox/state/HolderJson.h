// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "state/Connection.h"

namespace saltdesk::sandbox {

/// What the bank calls the customer: the same person at all banks.
[[nodiscard]] QString holderName(const QString &customerId);

/// HolderInfo (reference 3.8) with the members that the bank knows. Empty as long as no fetch with the scope
/// `holder_info` went well.
[[nodiscard]] QJsonObject holderJson(const Connection &connection, const Bank &bank);

} // namespace saltdesk::sandbox
