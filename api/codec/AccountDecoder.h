// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/Account.h"
#include "types/ListPage.h"

#include <QByteArray>

namespace saltdesk::api {

using AccountPage = ListPage<Account>;

/// As tolerant and as pure as ConnectionDecoder.
[[nodiscard]] Result<AccountPage> decodeAccountPage(const QByteArray &body);

} // namespace saltdesk::api
