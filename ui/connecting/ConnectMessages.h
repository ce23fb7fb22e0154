// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/Message.h"
#include "transport/ApiError.h"

namespace saltdesk::ui {

/// What the dialogs "New connection" and "Reconnect" say above their pages. Pure.

/// The connection is busy, or this computer has no address to come back to.
[[nodiscard]] Message nothingSentMessage();
/// The bank's form and terms could not be read; its button reads them again.
[[nodiscard]] Message bankUnreadMessage(const api::ApiError &error);
/// The API said no. Where it takes no credentials from this client, the button gives a link.
[[nodiscard]] Message refusedMessage(const QString &bank, const api::ApiError &error);

} // namespace saltdesk::ui
