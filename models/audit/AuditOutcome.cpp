// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditOutcome.h"

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;

namespace {

/// Longer than any id or class of the API.
constexpr qsizetype longestAuditToken = 64;

QLatin1StringView auditKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConfigured:
        return "not configured"_L1;
    case ErrorKind::ForbiddenUrl:
        return "forbidden address"_L1;
    case ErrorKind::ReadOnly:
        return "locked"_L1;
    case ErrorKind::Network:
        return "network"_L1;
    case ErrorKind::Tls:
        return "tls"_L1;
    case ErrorKind::Timeout:
        return "timeout"_L1;
    case ErrorKind::Aborted:
        return "aborted"_L1;
    case ErrorKind::Redirected:
        return "redirected"_L1;
    case ErrorKind::Firewall:
        return "firewall"_L1;
    case ErrorKind::Rejected:
        return "rejected"_L1;
    case ErrorKind::RateLimited:
        return "rate limited"_L1;
    case ErrorKind::ServerFault:
        return "server fault"_L1;
    case ErrorKind::Malformed:
        return "malformed answer"_L1;
    case ErrorKind::TooLarge:
        return "answer too large"_L1;
    case ErrorKind::PagingLoop:
        return "paging loop"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QString auditOutcome(const std::optional<api::ApiError> &error)
{
    if (!error) {
        return u"ok"_s;
    }
    if (error->objected) {
        return u"not recorded"_s;
    }
    const QString what =
        error->errorClass.isEmpty() ? QString(auditKindName(error->kind)) : auditToken(error->errorClass);
    return error->outcomeUnknown ? QString("unknown: "_L1 + what) : what;
}

bool wasRefusedHere(const std::optional<api::ApiError> &error)
{
    return error && (error->kind == ErrorKind::NotConfigured || error->kind == ErrorKind::ForbiddenUrl ||
                     error->kind == ErrorKind::ReadOnly);
}

QString auditToken(const QString &text)
{
    const bool plain = std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-' ||
               c == u'_';
    });
    return plain && text.size() <= longestAuditToken ? text : u"?"_s;
}

} // namespace saltdesk::models
