// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/HolderInfo.h"

#include <QByteArray>

namespace saltdesk::api {

/// As tolerant and as pure as ConnectionDecoder; every member may be missing.
[[nodiscard]] Result<HolderInfo> decodeHolderInfo(const QByteArray &body);

} // namespace saltdesk::api
