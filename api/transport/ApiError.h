// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace saltdesk::api {

/// What kind of thing went wrong: what a program branches on when the API gave no class of its own.
enum class ErrorKind {
    NotConfigured, ///< no App-id or secret: nothing was sent
    ForbiddenUrl,  ///< the base URL is neither https nor loopback: nothing was sent
    ReadOnly,      ///< a write while writes are locked: nothing was sent
    Network,       ///< no connection, name not found, connection lost
    Tls,           ///< certificate or handshake
    Timeout,       ///< nothing arrived in time
    Aborted,       ///< by the caller, or the program is closing
    Redirected,    ///< a 3xx; never followed, it would carry the secrets elsewhere
    Firewall,      ///< 403 with something that is not the API's JSON (reference 1)
    Rejected,      ///< the API said no: see errorClass
    RateLimited,   ///< 429, RateLimitExceeded or TooManyRequests
    ServerFault,   ///< 5xx
    Malformed,     ///< not JSON, not UTF-8, or not the documented shape
    TooLarge,      ///< the body, or its nesting, is over the cap
    PagingLoop     ///< a list that points back into itself
};

/// Why a call gave no value. Values only; safe to show and to log: nothing of the request's body or of `error.request`
/// (reference 6) ever enters it.
struct ApiError
{
    ErrorKind kind = ErrorKind::Network;
    /// 0 when no answer came.
    int httpStatus = 0;
    /// The API's stable class, such as ConnectionNotFound; empty when the API did not answer with its envelope.
    QString errorClass;
    /// The API's text, or the transport's, for people.
    QString message;
    QUrl documentationUrl;
    /// What Salt Edge's support asks for.
    QString requestId;
    /// From Retry-After.
    std::optional<std::chrono::seconds> retryAfter;
    /// Beside `error` in a 406 ConnectionCannotBeRefreshed (reference 2.8).
    std::optional<QDateTime> nextRefreshPossibleAt;
    /// A write was handed to the network and no answer told its fate. Read back before anything else; never repeat it.
    bool outcomeUnknown = false;
    /// With ReadOnly: it was not the lock but the WriteWitness who said no, and `message` says why and what to do.
    bool objected = false;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

} // namespace saltdesk::api
