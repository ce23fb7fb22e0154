// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/Attempt.h"
#include "types/ListPage.h"

#include <QByteArray>

namespace saltdesk::api {

using AttemptPage = ListPage<Attempt>;

/// As tolerant and as pure as ConnectionDecoder. The routes of attempts answer with all stages (reference 3.2).
[[nodiscard]] Result<Attempt> decodeAttempt(const QByteArray &body);
[[nodiscard]] Result<AttemptPage> decodeAttemptPage(const QByteArray &body);

} // namespace saltdesk::api
