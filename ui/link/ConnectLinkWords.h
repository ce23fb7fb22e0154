// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectLink.h"
#include "states/Message.h"

#include <QString>

#include <chrono>

namespace saltdesk::ui {

/// From here on the time that is left is a warning.
inline constexpr std::chrono::seconds hurry{15};

/// One line about the time of a link.
struct ExpiryWords
{
    models::Tone tone = models::Tone::Idle;
    /// For SymbolicIcon; may be empty.
    QString icon;
    QString text;
};

/// Pure, all three.
[[nodiscard]] ExpiryWords expiryWords(models::ConnectLink::State state, std::chrono::seconds left);
/// What the link is for: "New connection for customer 4711".
[[nodiscard]] QString purposeWords(const std::optional<models::ConnectLink::Request> &request,
                                   const QString &customerLabel);
/// Why there is no link. A lost answer says that asking for another does no harm.
[[nodiscard]] Message failureMessage(const api::ApiError &error);

} // namespace saltdesk::ui
