// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Connection.h"
#include "types/Ids.h"
#include "types/Provider.h"
#include "types/Stage.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace saltdesk::models {

/// A question of a bank that nobody has answered yet. Values only; the stage's texts are the bank's: untrusted.
struct WaitingQuestion
{
    api::ConnectionId connection;
    api::CustomerId customer;
    /// The identifier where it is known, else the id.
    QString customerLabel;
    QString providerCode;
    QString bankName;
    QString countryCode;
    api::AttemptId attempt;
    api::Stage stage;
    /// When the bank began to ask, by the server's clock.
    QDateTime askedAt;
    /// Counts the questions of this attempt, from 1.
    int step = 1;
    /// It asks for the same as the one before it, which was answered here: that answer was not accepted.
    bool repeated = false;
};

/// Until when the bank waits, as far as that can be known: `max_interactive_delay` after it began to ask. The start of
/// that span is unconfirmed (reference 5.2), so this is an estimate and is shown as one. `bank` may be null.
[[nodiscard]] std::optional<QDateTime> estimatedDeadline(const WaitingQuestion &question, const api::Provider *bank);

/// The stage at which the connection's attempt waits for an answer, or null. Lives as long as `connection` does.
[[nodiscard]] const api::Stage *askingStage(const api::Connection &connection);

} // namespace saltdesk::models
