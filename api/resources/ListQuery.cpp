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

ApiRequest fromId(ApiRequest request, const QString &id)
{
    std::erase_if(request.query, [](const auto &item) { return item.first == "from_id"_L1; });
    if (!id.isEmpty()) {
        request.query.emplace_back(u"from_id"_s, id);
    }
    return request;
}

} // namespace saltdesk::api
