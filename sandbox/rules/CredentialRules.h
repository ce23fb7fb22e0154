// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "http/Refusal.h"

namespace saltdesk::sandbox {

/// The credentials of a create or reconnect (reference 2.1): every required field of the bank and none that it has not,
/// with values that its lists offer. Encrypted ones are refused with `InvalidEncoding`: the scheme is not public
/// (reference 10).
[[nodiscard]] Outcome<QJsonObject> readCredentials(const QJsonObject &data, const Bank &bank);

/// The answer to a question of the bank (reference 2.4): exactly the fields that were asked for, with values that were
/// offered. Several choices are an array of `option_value`, the natural reading of what reference 3.7 leaves open.
[[nodiscard]] Outcome<QJsonObject> readAnswer(const QJsonObject &data, const Question &question, const Bank &bank);

/// The address of the file that a bank of mode `file` reads; an empty text for all others. `FileNotProvided`, or
/// `FileNotSaved` when it is no address of the web or the bank's file says so.
[[nodiscard]] Outcome<QString> readFileUrl(const QJsonObject &data, const Bank &bank);

/// Whether a bank takes new fetches at all: `ProviderDisabled`, `ProviderInactive`, or the class with which its file
/// says it always refuses.
[[nodiscard]] Outcome<void> checkBankIsOpen(const Bank &bank);

} // namespace saltdesk::sandbox
