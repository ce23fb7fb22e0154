// SPDX-License-Identifier: Apache-2.0
#include "resources/ProvidersApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

#include <utility>
#include <vector>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<ProviderPage> ProvidersApi::list(const ProviderFilter &filter, const QString &nextId, int perPage) const
{
    std::vector<std::pair<QString, QString>> items;
    const auto text = [&items](const QString &name, const std::optional<QString> &value) {
        if (value) {
            items.emplace_back(name, *value);
        }
    };
    const auto flag = [&items](const QString &name, std::optional<bool> value) {
        if (value) {
            items.emplace_back(name, *value ? u"true"_s : u"false"_s);
        }
    };
    if (filter.fromDate) {
        items.emplace_back(u"from_date"_s, filter.fromDate->toString(Qt::ISODate));
    }
    text(u"country_code"_s, filter.countryCode);
    text(u"mode"_s, filter.mode);
    flag(u"include_fake_providers"_s, filter.includeFakeProviders);
    flag(u"include_provider_fields"_s, filter.includeProviderFields);
    text(u"provider_key_owner"_s, filter.providerKeyOwner);
    flag(u"include_payments_fields"_s, filter.includePaymentsFields);
    const ApiRequest first = listRequest(v5::providers, std::move(items), perPage);
    return decodedAnswer<ProviderPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeProviderPage);
}

Call<Provider> ProvidersApi::show(const QString &code, bool includeFakeProviders) const
{
    ApiRequest request = requestAbout(code, Method::Get, v5::provider);
    if (includeFakeProviders) {
        request.query.emplace_back(u"include_fake_providers"_s, u"true"_s);
    }
    return decodedAnswer<Provider>(m_client.send(request), Method::Get, decodeProvider);
}

} // namespace saltdesk::api
