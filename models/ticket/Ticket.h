// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "environment/Environment.h"
#include "transport/Exchange.h"
#include "types/Attempt.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace saltdesk::models {

/// What is known here about one connection when its trouble is handed on.
struct TicketFacts
{
    ConnectionSummary connection;
    /// Its last attempt with all its stages, once that was read.
    std::optional<api::Attempt> attempt = {};
    /// What was asked of the API lately, newest first; those of other objects are left out.
    std::vector<api::Exchange> exchanges = {};
    EnvironmentKind environment = EnvironmentKind::Live;
    QString version = {};
    QDateTime now = {};
};

/// A ticket for Salt Edge's support, about one connection and one trouble: ids and times, nothing that names a person
/// and no secret. In English and UTC whatever the desktop speaks, for it is read elsewhere. Plain text.
struct Ticket
{
    /// "Fakebank Simple (fakebank_simple_xf): InvalidCredentials"
    QString subject;
    QString body;

    /// As it goes on the clipboard: the subject is the first line.
    [[nodiscard]] QString text() const;
};

/// Of requests, those that failed and those that changed something, at most so many.
inline constexpr int mostRequestsInTicket = 10;

/// Pure.
[[nodiscard]] Ticket ticketFor(const TicketFacts &facts);

} // namespace saltdesk::models
