// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionPage.h"
#include "types/Ids.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <optional>

namespace saltdesk::models {

/// What tells a connection that was just made from the others in its customer's list.
struct Newcomer
{
    QString providerCode;
    /// When the request left, by the server's clock.
    QDateTime sentAt;
    /// Connections that were there before.
    QSet<api::ConnectionId> known;
};

/// A connection found in a list, and its attempt.
struct FoundConnection
{
    api::ConnectionId id;
    api::AttemptId attempt;
};

/// The youngest connection of a page that can be the newcomer: same bank, not known before, not older than the request.
/// Pure.
[[nodiscard]] std::optional<FoundConnection> findNewcomer(const api::ConnectionPage &page, const Newcomer &newcomer);

} // namespace saltdesk::models
