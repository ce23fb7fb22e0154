// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/Consent.h"
#include "types/ListPage.h"

#include <QByteArray>

namespace saltdesk::api {

using ConsentPage = ListPage<Consent>;

/// As tolerant and as pure as ConnectionDecoder.
[[nodiscard]] Result<Consent> decodeConsent(const QByteArray &body);
[[nodiscard]] Result<ConsentPage> decodeConsentPage(const QByteArray &body);

} // namespace saltdesk::api
