// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "state/Connection.h"

namespace saltdesk::sandbox {

/// The accounts of a connection as they go over the wire (reference 3.8), in the order of its `accountIds`: those that
/// a fetch which went well has found, as the last such fetch left them. All of it follows from the connection.
[[nodiscard]] QList<QJsonObject> accountsJson(const Connection &connection, const Bank &bank);

} // namespace saltdesk::sandbox
