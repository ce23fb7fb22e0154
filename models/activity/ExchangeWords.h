// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Exchange.h"

#include <QString>

namespace saltdesk::models {

/// The texts of one request in the activity panel. Pure; translated.

/// "connections/123/reconnect", "connections?customer_id=22&identifier=•••": what the exchange does not tell is masked.
[[nodiscard]] QString exchangePath(const api::Exchange &exchange);
/// The API's class, else a word for what went wrong; empty on success.
[[nodiscard]] QString exchangeError(const api::Exchange &exchange);
/// "84 ms", "1.4 s".
[[nodiscard]] QString exchangeDuration(std::chrono::milliseconds duration);
/// "again in 4 s".
[[nodiscard]] QString retryWords(std::chrono::milliseconds delay);

} // namespace saltdesk::models
