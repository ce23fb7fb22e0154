// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/RecordsModel.h"
#include "types/Account.h"
#include "types/Attempt.h"
#include "types/Consent.h"

namespace saltdesk::models {

/// The columns of the tables "Attempts", "Consents" and "Accounts" (reference 3.2, 3.4, 3.8).
[[nodiscard]] std::vector<RecordColumn<api::Attempt>> attemptColumns();
[[nodiscard]] std::vector<RecordColumn<api::Consent>> consentColumns();
[[nodiscard]] std::vector<RecordColumn<api::Account>> accountColumns();

} // namespace saltdesk::models
