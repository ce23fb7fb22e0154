// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace saltdesk::ui {

/// The pages of "New connection" in their order; a reconnect begins at the consent.
enum class ConnectStep { Customer, Bank, Consent, Credentials, Progress };

/// Where "Back" leads; nowhere from the first page, and not out of the progress: what was sent was sent. Pure.
[[nodiscard]] std::optional<ConnectStep> stepBefore(ConnectStep step, bool reconnect);

} // namespace saltdesk::ui
