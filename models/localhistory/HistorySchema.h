// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"

class QSqlDatabase;

namespace saltdesk::models {

/// The tables of the local history by version, which the file carries as `user_version`.
inline constexpr int historyVersion = 1;

/// Makes what is missing, in one transaction. Newer: the file is left as it is.
[[nodiscard]] HistoryResult<void> upgradeHistory(const QSqlDatabase &database);

} // namespace saltdesk::models
