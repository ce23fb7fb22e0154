// SPDX-License-Identifier: Apache-2.0
#include "resources/ListQuery.h"

#include <utility>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

ApiRequest listRequest(QLatin1StringView path, std::vector<std::pair<QString, QString>> filter, int perPage)
{
    ApiRequest request;
    request.pathTemplate = path;
    request.query = std::move(filter);
    request.query.emplace_back(u"per_page"_s, QString::number(perPage));
    return request;
}

ApiRequest requestAbout(const QString &id, Method method, QLatin1StringView path, QByteArray body)
{
    ApiRequest request = writeTo(path, method, std::move(body));
    request.pathArguments.append(id);
    return request;
}

ApiRequest writeTo(QLatin1StringView path, Method method, QByteArray body)
{
    ApiRequest request;
    request.method = method;
    request.pathTemplate = path;
    request.body = std::move(body);
    return request;
}

ApiRequest concerning(ApiRequest request, RequestSubject subject)
{
    request.subject = std::move(subject);
    return request;
}

ApiRequest fromId(ApiRequest request, const QString &id)
{
    std::erase_if(request.query, [](const auto &item) { return item.first == "from_id"_L1; });
    if (!id.isEmpty()) {
        request.query.emplace_back(u"from_id"_s, id);
    }
    return request;
}

} // namespace saltdesk::api
