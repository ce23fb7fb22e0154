// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiReply.h"
#include "transport/ApiRequest.h"
#include "transport/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QNetworkReply>
#include <QString>

#include <chrono>
#include <optional>

namespace saltdesk::api {

/// Who ended a try. Qt reports an abort and a timeout of ours alike, so the reason is noted before the reply is
/// aborted.
enum class TryEnd { ByNetwork, BySilence, ByDuration, BySize, ByCaller };

/// What came back of one try, headers already picked.
struct ReceivedReply
{
    Method method = Method::Get;
    TryEnd end = TryEnd::ByNetwork;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkMessage;
    /// 0 when no status line came.
    int httpStatus = 0;
    QByteArray contentType;
    std::optional<std::chrono::seconds> retryAfter;
    QDateTime serverTime;
    QByteArray body;
};

/// Success, or what kind of failure (reference 1, 6). Pure.
[[nodiscard]] Result<ApiReply> judge(ReceivedReply reply);

/// `Retry-After` as seconds or as an HTTP date, which is compared with `now`. Nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &now);
/// The `Date` header in UTC, or an invalid time.
[[nodiscard]] QDateTime parseHttpDate(const QByteArray &header);

} // namespace saltdesk::api
