// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace saltdesk::api {

/// The body that creates a customer in API v5 (reference 4.3).
[[nodiscard]] QByteArray writeCreateCustomer(const QString &identifier);

} // namespace saltdesk::api
