// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/ListPage.h"
#include "types/Provider.h"

#include <QByteArray>

namespace saltdesk::api {

using ProviderPage = ListPage<Provider>;

/// As tolerant and as pure as ConnectionDecoder. Fields come sorted by their position.
[[nodiscard]] Result<Provider> decodeProvider(const QByteArray &body);
[[nodiscard]] Result<ProviderPage> decodeProviderPage(const QByteArray &body);

} // namespace saltdesk::api
