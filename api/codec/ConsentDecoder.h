// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/ConnectionPage.h"
#include "types/Consent.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace saltdesk::api {

struct ConsentPage
{
    std::vector<Consent> consents;
    std::vector<DecodeWarning> warnings;
    /// Empty on the last page.
    QString nextId;
};

/// As tolerant and as pure as ConnectionDecoder.
[[nodiscard]] Result<ConsentPage> decodeConsentPage(const QByteArray &body);

} // namespace saltdesk::api
