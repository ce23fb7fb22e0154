// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultReader.h"

#include <QHash>
#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static const QHash<QString, FaultKind> &kinds()
{
    static const QHash<QString, FaultKind> table{
        {u"latency"_s, FaultKind::Latency},
        {u"error"_s, FaultKind::Error},
        {u"rate_limit"_s, FaultKind::RateLimit},
        {u"html"_s, FaultKind::Html},
        {u"redirect"_s, FaultKind::Redirect},
        {u"hang_up"_s, FaultKind::HangUp},
        {u"lost_reply"_s, FaultKind::LostReply},
        {u"hang_up_in_body"_s, FaultKind::HangUpInBody},
        {u"wrong_length"_s, FaultKind::WrongLength},
        {u"truncated_json"_s, FaultKind::TruncatedJson},
        {u"drip"_s, FaultKind::Drip},
        {u"clock_skew"_s, FaultKind::ClockSkew},
    };
    return table;
}

Outcome<Fault> readFault(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto kind = kinds().constFind(object.value("kind"_L1).toString());
    if (kind == kinds().constEnd()) {
        return refuse(u"WrongRequestFormat"_s, u"kind must be one of: "_s + QStringList(kinds().keys()).join(u", "_s));
    }
    Fault fault{.kind = *kind,
                .method = object.value("method"_L1).toString().toLatin1(),
                .path = object.value("path"_L1).toString(),
                .times = object.value("times"_L1).toInt(1)};
    if (fault.times < Fault::always || fault.times == 0) {
        return refuse(u"WrongRequestFormat"_s, u"times must be positive, or -1 for always"_s);
    }
    fault.status = object.value("status"_L1).toInt(*kind == FaultKind::Html ? 403 : fault.status);
    if (fault.status < 200 || fault.status > 599) {
        return refuse(u"WrongRequestFormat"_s, u"status must be between 200 and 599"_s);
    }
    fault.errorClass = object.value("class"_L1).toString(fault.errorClass);
    fault.delay = std::chrono::milliseconds(object.value("milliseconds"_L1).toInt());
    if (object.contains("retry_after"_L1)) {
        fault.retryAfter = std::chrono::seconds(object.value("retry_after"_L1).toInt());
    }
    fault.location = object.value("location"_L1).toString(fault.location);
    return fault;
}

} // namespace saltdesk::sandbox
