// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>
#include <optional>

namespace saltdesk::sandbox {

/// What goes wrong.
enum class FaultKind {
    /// The reply comes `delay` later.
    Latency,
    /// Refused with `status` and `errorClass`; nothing is changed.
    Error,
    /// 429 `TooManyRequests`, with `Retry-After` when `retryAfter` is set; nothing is changed.
    RateLimit,
    /// A firewall's page with `status`; nothing is changed (reference 1).
    Html,
    /// 302 to `location`; nothing is changed.
    Redirect,
    /// The connection is closed without a reply; nothing is changed.
    HangUp,
    /// The request is carried out, then the connection is closed without a reply.
    LostReply,
    /// The request is carried out, the body ends in the middle and the connection with it.
    HangUpInBody,
    /// The request is carried out, `Content-Length` announces half of the body.
    WrongLength,
    /// The request is carried out, the body is half of the JSON with a length that fits.
    TruncatedJson,
    /// The request is carried out, the body trickles.
    Drip,
    /// The `Date` header is `delay` off; the rest is as it should be.
    ClockSkew,
};

/// A fault and the requests it happens to.
struct Fault
{
    static constexpr int always = -1;

    FaultKind kind = FaultKind::Error;
    /// Empty: any.
    QByteArray method = {};
    /// The path without query; `*` stands for any text. Empty: any.
    QString path = {};
    /// How many requests it happens to.
    int times = 1;

    int status = 500;
    QString errorClass = QStringLiteral("InternalServerError");
    /// Of `Latency`, between the pieces of `Drip`, or how far `ClockSkew` is off.
    std::chrono::milliseconds delay{0};
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;
    QString location = QStringLiteral("https://example.com/");
};

} // namespace saltdesk::sandbox
