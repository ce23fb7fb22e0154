// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "http/Refusal.h"

namespace saltdesk::sandbox {

/// The credentials of a create or reconnect (reference 2.1): every required field of the bank and none that it has not.
/// Encrypted ones are refused with `InvalidEncoding`: the scheme is not public (reference 10).
[[nodiscard]] Outcome<QJsonObject> readCredentials(const QJsonObject &data, const Bank &bank);

/// The answer to a question (reference 2.4): exactly the fields that were asked for.
[[nodiscard]] Outcome<QJsonObject> readAnswer(const QJsonObject &data, const Question &question);

/// Whether a bank takes new fetches at all: `ProviderDisabled`, `ProviderInactive`.
[[nodiscard]] Outcome<void> checkBankIsOpen(const Bank &bank);

} // namespace saltdesk::sandbox
