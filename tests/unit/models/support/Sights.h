// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/Observation.h"

#include <QString>

namespace saltdesk::testing {

/// Connection 11 of customer 22 at a bank, healthy, as the local history sees it.
[[nodiscard]] models::ConnectionSummary healthyConnection(const QString &id = QStringLiteral("11"),
                                                          const QString &customer = QStringLiteral("22"));
/// The same after a failure of this class.
[[nodiscard]] models::ConnectionSummary failingConnection(const QString &errorClass, const QDateTime &failedAt,
                                                          const QString &id = QStringLiteral("11"),
                                                          const QString &customer = QStringLiteral("22"));

} // namespace saltdesk::testing
