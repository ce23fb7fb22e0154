// SPDX-License-Identifier: Apache-2.0
#include "http/Router.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// The id where the pattern has `{}`; an empty text when there is none; nothing when the path is another one.
static std::optional<QString> matchPattern(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/');
    const QStringList given = path.split(u'/');
    if (wanted.size() != given.size()) {
        return std::nullopt;
    }
    QString id;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == "{}"_L1) {
            id = given[i];
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return id;
}

Router::Match Router::match(const Request &request) const
{
    const QString path = request.path();
    const QString prefix = QString::fromLatin1(base);
    if (!path.startsWith(prefix + u'/')) {
        return {};
    }
    for (const Route &route : m_routes) {
        if (route.method != request.method) {
            continue;
        }
        if (const auto id = matchPattern(route.pattern, path.mid(prefix.size()))) {
            return {&route, *id};
        }
    }
    return {};
}

Outcome<QByteArray> Router::answer(const Request &request, Instant now) const
{
    const Match found = match(request);
    if (found.route == nullptr) {
        return refuse(u"RouteNotFound"_s, u"Route not found."_s);
    }
    Call call{.id = found.id, .query = request.query(), .now = now, .path = request.path(), .origin = request.origin};
    return checkQuery(*found.route, call)
        .and_then([&] { return readData(*found.route, request.body); })
        .and_then([&](const QJsonObject &data) {
            call.data = data;
            return found.route->handler(call);
        });
}

Outcome<void> Router::checkQuery(const Route &route, const Call &call) const
{
    for (auto item = call.query.begin(); item != call.query.end(); ++item) {
        if (!m_lenient && !route.queryNames.contains(item.key())) {
            return refuse(u"WrongRequestFormat"_s, item.key() + u" parameter is not allowed"_s);
        }
        if (item.key().endsWith("_id"_L1) && item.value().size() > 19) {
            return refuse(u"ValueOutOfRange"_s, item.key() + u" is out of range"_s);
        }
    }
    return {};
}

Outcome<QJsonObject> Router::readData(const Route &route, const QByteArray &body) const
{
    const QByteArray trimmed = body.trimmed();
    if (route.bodyUse == BodyUse::OptionalData && (trimmed.isEmpty() || trimmed == "[]" || trimmed == "{}")) {
        return QJsonObject();
    }
    if (route.bodyUse == BodyUse::None) {
        if (m_lenient || trimmed.isEmpty() || trimmed == "{}") {
            return QJsonObject();
        }
        return refuse(u"WrongRequestFormat"_s, u"The request must not have a body"_s);
    }
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return refuse(u"JsonParseError"_s, u"The request's body is not JSON: %1"_s.arg(error.errorString()));
    }
    const QJsonObject root = document.object();
    for (const QString &name : root.keys()) {
        if (name != "data"_L1 && !m_lenient) {
            return refuse(u"WrongRequestFormat"_s, name + u" parameter is not allowed"_s);
        }
    }
    if (!root.value("data"_L1).isObject()) {
        return refuse(u"WrongRequestFormat"_s, u"data parameter must be filled"_s);
    }
    QJsonObject data = root.value("data"_L1).toObject();
    return m_rules.check(data, *route.shape, u"data"_s).map([&] { return data; });
}

QJsonObject Router::echo(const Request &request) const
{
    QJsonObject echoed = QJsonDocument::fromJson(request.body).object();
    const auto query = request.query();
    for (auto item = query.begin(); item != query.end(); ++item) {
        echoed.insert(item.key(), item.value());
    }
    if (const Match found = match(request); found.route != nullptr && !found.id.isEmpty()) {
        const QString resource = found.route->pattern.section(u'/', 1, 1);
        echoed.insert(resource.chopped(1) + (resource == "providers"_L1 ? u"_code"_s : u"_id"_s), found.id);
    }
    return echoed;
}

} // namespace saltdesk::sandbox
