// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

#include <QDate>
#include <QJsonValue>
#include <optional>

namespace saltdesk::sandbox {

/// `2020-09-07T10:35:46Z`, as the API writes moments (reference 1).
[[nodiscard]] QString isoText(Instant at);
/// The same, or JSON null.
[[nodiscard]] QJsonValue isoValue(const std::optional<Instant> &at);
/// `2020-09-07`, or JSON null for an invalid date.
[[nodiscard]] QJsonValue dateValue(const QDate &date);
/// `Mon, 07 Sep 2020 10:35:46 GMT`, as the `Date` header writes it (RFC 9110).
[[nodiscard]] QByteArray httpDate(Instant at);
[[nodiscard]] QDate utcDate(Instant at);
/// A moment as a request may write it; nothing when it is not one.
[[nodiscard]] std::optional<Instant> parseIso(const QString &text);

} // namespace saltdesk::sandbox
