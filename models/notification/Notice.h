// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QString>

namespace saltdesk::models {

/// Something that an agent wants to hear of while he looks elsewhere. Plain text that may stand on a locked or a shared
/// screen: it names banks, and never a customer, a bank's own words, a code or a credential.
struct Notice
{
    enum class Kind {
        Question,         ///< a bank waits for an answer
        AttemptSucceeded, ///< one that was followed
        AttemptFailed,    ///< one that was followed
        ConsentsEnd       ///< one or more, of the customer who is shown
    };

    Kind kind = Kind::Question;
    QString title;
    QString text;
    /// What it is about, and what a click on it leads to. Of several: the most urgent one.
    api::ConnectionId connection;

    /// Notices of the same key take each other's place.
    [[nodiscard]] QString key() const;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// Where the agent looks, and what he has asked for.
struct Attention
{
    /// The program has the keys.
    bool isInFront = false;
    bool doNotDisturb = false;
};

/// Whether the desktop is told. What the window in front shows by itself is not told twice; consents end quietly, so of
/// them the agent hears wherever he looks. Pure.
[[nodiscard]] bool isTold(Notice::Kind kind, const Attention &attention);

} // namespace saltdesk::models
