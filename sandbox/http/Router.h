// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Call.h"
#include "http/Request.h"
#include "rules/BodyRules.h"

#include <vector>

namespace saltdesk::sandbox {

/// What a route does with the body of its requests.
enum class BodyUse {
    /// Ignored when it is empty or `{}` (reference 14), refused otherwise.
    None,
    /// `{"data":{…}}` of the route's shape.
    Data,
    /// The same, or nothing, `[]`, `{}` (refresh, reference 14).
    OptionalData,
};

/// One line of the route table.
struct Route
{
    QByteArray method;
    /// Below `/api/v5`; `{}` stands for an id.
    QString pattern;
    QStringList queryNames;
    BodyUse bodyUse;
    /// Null for `BodyUse::None`.
    const Shape *shape;
    Handler handler;
};

/// Finds the route of a request, holds query and body against its rules and calls its handler.
class Router
{
public:
    static constexpr auto base = "/api/v5";

    Router(std::vector<Route> routes, bool lenient)
        : m_routes(std::move(routes))
        , m_rules(lenient)
        , m_lenient(lenient)
    {}

    [[nodiscard]] Outcome<QByteArray> answer(const Request &request, Instant now) const;
    /// What the error envelope says was asked: query, id and body.
    [[nodiscard]] QJsonObject echo(const Request &request) const;

private:
    struct Match
    {
        const Route *route = nullptr;
        QString id = {};
    };

    [[nodiscard]] Match match(const Request &request) const;
    [[nodiscard]] Outcome<void> checkQuery(const Route &route, const Call &call) const;
    [[nodiscard]] Outcome<QJsonObject> readData(const Route &route, const QByteArray &body) const;

    std::vector<Route> m_routes;
    BodyRules m_rules;
    bool m_lenient;
};

} // namespace saltdesk::sandbox
