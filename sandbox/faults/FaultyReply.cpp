// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultyReply.h"

#include "http/ErrorReply.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Reply refused(const Fault &fault, const QString &requestId)
{
    Reply reply =
        errorReply({fault.errorClass, u"%1 (a fault of the sandbox)."_s.arg(fault.errorClass)}, {}, requestId);
    reply.status = fault.status;
    return reply;
}

static Reply rateLimited(const Fault &fault, const QString &requestId)
{
    Reply reply = errorReply({u"TooManyRequests"_s, u"Too many requests."_s}, {}, requestId);
    if (fault.retryAfter) {
        reply.headers.append({"Retry-After", QByteArray::number(static_cast<qlonglong>(fault.retryAfter->count()))});
    }
    return reply;
}

static std::optional<Reply> insteadOf(const Fault &fault, const QString &requestId)
{
    switch (fault.kind) {
    case FaultKind::Error:
        return refused(fault, requestId);
    case FaultKind::RateLimit:
        return rateLimited(fault, requestId);
    case FaultKind::Html:
        return Reply{.status = fault.status,
                     .contentType = "text/html; charset=utf-8",
                     .body = "<html><body><h1>403 Forbidden</h1></body></html>"};
    case FaultKind::Redirect:
        return Reply{.status = 302, .body = "{}", .headers = {{"Location", fault.location.toUtf8()}}};
    case FaultKind::HangUp:
        return Reply{.wire = WireFault::HangUp};
    case FaultKind::Latency:
    case FaultKind::LostReply:
    case FaultKind::HangUpInBody:
    case FaultKind::WrongLength:
    case FaultKind::TruncatedJson:
    case FaultKind::Drip:
    case FaultKind::ClockSkew:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Reply> replyInstead(const QList<Fault> &due, const QString &requestId)
{
    for (const Fault &fault : due) {
        if (auto reply = insteadOf(fault, requestId)) {
            return reply;
        }
    }
    return std::nullopt;
}

static void spoilBy(Reply &reply, const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Latency:
        reply.latency += fault.delay;
        break;
    case FaultKind::LostReply:
        reply.wire = WireFault::HangUp;
        break;
    case FaultKind::HangUpInBody:
        reply.wire = WireFault::HangUpInBody;
        break;
    case FaultKind::WrongLength:
        reply.wire = WireFault::WrongLength;
        break;
    case FaultKind::TruncatedJson:
        reply.body.truncate(reply.body.size() / 2);
        break;
    case FaultKind::Drip:
        reply.wire = WireFault::Drip;
        reply.trickle = fault.delay.count() > 0 ? fault.delay : std::chrono::milliseconds(50);
        break;
    case FaultKind::Error:
    case FaultKind::RateLimit:
    case FaultKind::Html:
    case FaultKind::Redirect:
    case FaultKind::HangUp:
    case FaultKind::ClockSkew:
        break;
    }
}

void spoil(Reply &reply, const QList<Fault> &due)
{
    for (const Fault &fault : due) {
        spoilBy(reply, fault);
    }
}

std::chrono::milliseconds clockSkew(const QList<Fault> &due)
{
    std::chrono::milliseconds skew{0};
    for (const Fault &fault : due) {
        skew += fault.kind == FaultKind::ClockSkew ? fault.delay : std::chrono::milliseconds(0);
    }
    return skew;
}

} // namespace saltdesk::sandbox
