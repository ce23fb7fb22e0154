// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rules/Shape.h"

namespace saltdesk::sandbox {

/// The shape of `data` of each write: of connections (reference 2.1 to 2.5), customers (4.3), OAuth providers (4.8) and
/// connect sessions (4.9).
[[nodiscard]] const Shape &createShape();
[[nodiscard]] const Shape &updateShape();
[[nodiscard]] const Shape &reconnectShape();
[[nodiscard]] const Shape &interactiveShape();
[[nodiscard]] const Shape &refreshShape();
[[nodiscard]] const Shape &createCustomerShape();
[[nodiscard]] const Shape &oauthCreateShape();
[[nodiscard]] const Shape &oauthReconnectShape();
[[nodiscard]] const Shape &oauthAuthorizeShape();
[[nodiscard]] const Shape &sessionCreateShape();
[[nodiscard]] const Shape &sessionReconnectShape();
[[nodiscard]] const Shape &sessionRefreshShape();

} // namespace saltdesk::sandbox
