// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>
#include <QString>

namespace saltdesk::models {

/// What a connection amounts to for the agent: one word per row, worst first.
enum class Situation : unsigned char {
    NeedsCustomer, ///< only the customer can repair it: new credentials or a new consent
    Asks,          ///< the bank waits for an answer right now
    Failing,       ///< the last attempt failed for a reason that is not the customer's
    Expiring,      ///< works, but its consent ends within `expiringWithin`
    Stale,         ///< works by its status, but has not succeeded for `staleAfter`
    Fetching,      ///< an attempt is running
    Unknown,       ///< a status or state this program does not know; shown as the API names it
    Healthy,
    Disabled ///< switched off by Salt Edge
};

/// The filter chips above the table. A connection may be under several: one that asks also needs you and is fetching.
enum class Chip : unsigned char {
    All = 0x01,
    NeedsYou = 0x02,
    Failing = 0x04,
    Fetching = 0x08,
    ExpiringSoon = 0x10,
    Stale = 0x20
};
Q_DECLARE_FLAGS(Chips, Chip)
Q_DECLARE_OPERATORS_FOR_FLAGS(Chips)

/// The colour family of a pill, a card's edge or a text; never the only carrier of a meaning (ux: nothing by colour
/// alone).
enum class Tone : unsigned char { Good, Warning, Bad, Running, Idle };

/// The word of the state pill, translated: "Needs you", "Asks", "Fetching", "Expiring", "Healthy", "Disabled", …
[[nodiscard]] QString situationWord(Situation situation);
[[nodiscard]] Tone situationTone(Situation situation);

} // namespace saltdesk::models
