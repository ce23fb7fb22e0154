// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryRecords.h"

namespace saltdesk::models {

/// "Is it the bank?": how the connections at one bank do that were seen on this computer lately. A failure that only
/// the customer or we can mend says nothing about the bank and is counted apart.
struct BankShare
{
    int seen = 0;
    int customers = 0;
    /// By the bank's, Salt Edge's or an unknown cause.
    int failing = 0;
    int failingOtherwise = 0;
    /// Of those that fail. Invalid: none does.
    QDateTime firstFailure = {};
};

[[nodiscard]] BankShare bankShare(const std::vector<SeenConnection> &seen);

/// In honest words, with the size of the sample: a single connection proves nothing. Local times. Empty where none was
/// seen.
[[nodiscard]] QString bankShareSentence(const BankShare &share);

} // namespace saltdesk::models
