// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "transport/ApiRequest.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace saltdesk::api {

/// One request as the activity panel and the log may show it. Redacted by construction: there is no member that could
/// hold a header or a body, and of the query only what is an id, a code or a number enters it.
struct Exchange
{
    quint64 number = 0;
    QDateTime startedAt;
    Method method = Method::Get;
    QString pathTemplate;
    /// The ids that fill the template, in order.
    QStringList pathArguments;
    /// In the order of the wire. A value that may be a person's, such as an identifier, is left empty.
    std::vector<std::pair<QString, QString>> query;
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
