// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "transport/ApiRequest.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace saltdesk::api {

/// One request as the activity panel and the log may show it. Redacted by construction: there is no member that could
/// hold a header, a body, a query or an id of a customer.
struct Exchange
{
    quint64 number = 0;
    QDateTime startedAt;
    Method method = Method::Get;
    QString pathTemplate;
    /// 1 for the first try; only GETs have more.
    int tryNumber = 1;
    int httpStatus = 0;
    std::chrono::milliseconds duration{0};
    qint64 sentBytes = 0;
    qint64 receivedBytes = 0;
    QString requestId;
    QString errorClass;
    /// Unset on success.
    std::optional<ErrorKind> error;
};

} // namespace saltdesk::api
