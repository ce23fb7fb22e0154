// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/ConnectSession.h"
#include "types/OAuthSession.h"

#include <QByteArray>

namespace saltdesk::api {

/// The answers that hold an address for the customer's browser (reference 4.8, 4.9). One without the address is no
/// answer.
[[nodiscard]] Result<ConnectSession> decodeConnectSession(const QByteArray &body);
[[nodiscard]] Result<OAuthSession> decodeOAuthSession(const QByteArray &body);

} // namespace saltdesk::api
