// SPDX-License-Identifier: Apache-2.0
#include "resources/CountriesApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<CountryPage> CountriesApi::list(bool includeFakeProviders) const
{
    ApiRequest request;
    request.pathTemplate = v5::countries;
    if (includeFakeProviders) {
        request.query.emplace_back(u"include_fake_providers"_s, u"true"_s);
    }
    return decodedAnswer<CountryPage>(m_client.send(request), Method::Get, decodeCountryPage);
}

} // namespace saltdesk::api
