// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/Country.h"
#include "types/ListPage.h"

#include <QByteArray>

namespace saltdesk::api {

using CountryPage = ListPage<Country>;

/// As tolerant and as pure as ConnectionDecoder; a list without `meta` is the usual one (reference 14).
[[nodiscard]] Result<CountryPage> decodeCountryPage(const QByteArray &body);

} // namespace saltdesk::api
