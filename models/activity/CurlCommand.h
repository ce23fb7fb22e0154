// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Exchange.h"

#include <QString>
#include <QUrl>

namespace saltdesk::models {

/// The request as one line for a shell, to be given to a colleague or to Salt Edge's support. Keys, signature, body and
/// whatever the exchange does not tell stand in it as "***". Every argument is quoted for a POSIX shell, whatever it
/// holds. Pure.
[[nodiscard]] QString curlCommand(const api::Exchange &exchange, const QUrl &baseUrl, bool isSigned);

} // namespace saltdesk::models
