// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultReader.h"

#include "http/ErrorReply.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KindName
{
    const char *name;
    FaultKind kind;
    const char *help;
};

constexpr auto kinds = std::to_array<KindName>({
    {"latency", FaultKind::Latency, "the reply comes late: milliseconds"},
    {"error", FaultKind::Error, "refused: class, and status when another than the class's is wanted"},
    {"rate_limit", FaultKind::RateLimit,
     "429 TooManyRequests, with Retry-After when retry_after says how many seconds"},
    {"html", FaultKind::Html, "a firewall's page: status (403)"},
    {"redirect", FaultKind::Redirect, "302 to location"},
    {"hang_up", FaultKind::HangUp, "no reply, nothing done"},
    {"lost_reply", FaultKind::LostReply, "the request is carried out, no reply"},
    {"hang_up_in_body", FaultKind::HangUpInBody, "carried out, the connection ends inside the body"},
    {"wrong_length", FaultKind::WrongLength, "carried out, Content-Length says half of the body"},
    {"truncated_json", FaultKind::TruncatedJson, "carried out, half of the JSON with a length that fits"},
    {"drip", FaultKind::Drip, "carried out, the body comes in 20 pieces: milliseconds between them (50)"},
    {"clock_skew", FaultKind::ClockSkew, "the Date header is off: milliseconds, may be negative"},
});

struct MemberName
{
    const char *name;
    bool isNumber;
};

constexpr auto members = std::to_array<MemberName>({{"kind", false},
                                                    {"method", false},
                                                    {"path", false},
                                                    {"times", true},
                                                    {"status", true},
                                                    {"class", false},
                                                    {"milliseconds", true},
                                                    {"retry_after", true},
                                                    {"location", false}});

QString kindList()
{
    QStringList names;
    for (const KindName &one : kinds) {
        names.append(QString::fromLatin1(one.name));
    }
    return names.join(u", "_s);
}

const MemberName *findMember(const QString &name)
{
    const auto *found = std::find_if(members.begin(), members.end(),
                                     [&](const MemberName &one) { return name == QLatin1String(one.name); });
    return found == members.end() ? nullptr : found;
}

Outcome<void> checkMembers(const QJsonObject &object)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const MemberName *known = findMember(member.key());
        if (known == nullptr) {
            return refuse(u"WrongRequestFormat"_s, member.key() + u" is not known"_s);
        }
        if (known->isNumber ? !member->isDouble() : !member->isString()) {
            return refuse(u"WrongRequestFormat"_s,
                          member.key() + (known->isNumber ? u" must be a number"_s : u" must be a text"_s));
        }
    }
    return {};
}

Outcome<void> checkExtents(const Fault &fault)
{
    if (fault.times < Fault::always || fault.times == 0) {
        return refuse(u"WrongRequestFormat"_s, u"times must be positive, or -1 for always"_s);
    }
    if (fault.status < 200 || fault.status > 599) {
        return refuse(u"WrongRequestFormat"_s, u"status must be between 200 and 599"_s);
    }
    if (fault.delay.count() < 0 && (fault.kind == FaultKind::Latency || fault.kind == FaultKind::Drip)) {
        return refuse(u"WrongRequestFormat"_s, u"milliseconds must not be negative"_s);
    }
    return {};
}

Fault readMembers(const QJsonObject &object, FaultKind kind)
{
    Fault fault{.kind = kind,
                .method = object.value("method"_L1).toString().toLatin1(),
                .path = object.value("path"_L1).toString(),
                .times = object.value("times"_L1).toInt(1)};
    fault.errorClass = object.value("class"_L1).toString(fault.errorClass);
    fault.status = object.value("status"_L1).toInt(kind == FaultKind::Html ? 403 : statusOf(fault.errorClass));
    fault.delay = std::chrono::milliseconds(object.value("milliseconds"_L1).toInt());
    if (object.contains("retry_after"_L1)) {
        fault.retryAfter = std::chrono::seconds(object.value("retry_after"_L1).toInt());
    }
    fault.location = object.value("location"_L1).toString(fault.location);
    return fault;
}

Outcome<Fault> readObject(const QJsonObject &object)
{
    const QString name = object.value("kind"_L1).toString();
    const auto *kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindName &one) { return name == QLatin1String(one.name); });
    if (kind == kinds.end()) {
        return refuse(u"WrongRequestFormat"_s, u"kind must be one of: "_s + kindList());
    }
    return checkMembers(object).and_then([&]() -> Outcome<Fault> {
        Fault fault = readMembers(object, kind->kind);
        return checkExtents(fault).map([&] { return fault; });
    });
}

} // namespace

Outcome<Fault> readFault(const QByteArray &json)
{
    return readObject(QJsonDocument::fromJson(json).object());
}

Outcome<Fault> readFaultText(const QString &text)
{
    QStringList parts = text.split(u',');
    QJsonObject object{{u"kind"_s, parts.takeFirst()}};
    for (const QString &part : parts) {
        const QString name = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        const MemberName *known = findMember(name);
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        // What is no number stays a text, and is then refused where a number is wanted.
        object.insert(name, known != nullptr && known->isNumber && isNumber ? QJsonValue(number) : QJsonValue(value));
    }
    return readObject(object);
}

QString faultHelp()
{
    QString text;
    for (const KindName &one : kinds) {
        text += u"  %1 %2\n"_s.arg(QLatin1String(one.name), -16).arg(QLatin1String(one.help));
    }
    return text +
           u"  Each may have method=, path= (with * for any text) and times= (how often; usually once, -1: always).\n"_s;
}

} // namespace saltdesk::sandbox
