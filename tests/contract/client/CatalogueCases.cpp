// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "resources/CountriesApi.h"
#include "resources/ProvidersApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::CountriesApi;
using api::ProviderFilter;
using api::ProvidersApi;

namespace {

Fields<ProviderFilter> filterFields()
{
    Fields<ProviderFilter> fields{
        field(u"from_date"_s, &ProviderFilter::fromDate, QDate(2020, 6, 9)),
        field(u"country_code"_s, &ProviderFilter::countryCode, u"XF"_s),
        field(u"include_fake_providers"_s, &ProviderFilter::includeFakeProviders, true),
        field(u"include_provider_fields"_s, &ProviderFilter::includeProviderFields, true),
        field(u"include_payments_fields"_s, &ProviderFilter::includePaymentsFields, false),
        field(u"provider_key_owner: client"_s, &ProviderFilter::providerKeyOwner, u"client"_s),
        field(u"provider_key_owner: saltedge"_s, &ProviderFilter::providerKeyOwner, u"saltedge"_s),
    };
    for (const QString &mode : {u"oauth"_s, u"web"_s, u"api"_s, u"file"_s}) {
        fields.push_back(field(u"mode: "_s + mode, &ProviderFilter::mode, mode));
    }
    return fields;
}

} // namespace

void addCatalogueCases(CaseList &cases)
{
    cases.addEach(u"listProviders"_s, ProviderFilter(), filterFields(),
                  [](ApiClient &client, const auto &filter) { return ProvidersApi(client).list(filter); });
    cases.add(u"listProviders"_s, u"next page"_s,
              [](ApiClient &client) { return ProvidersApi(client).list({}, u"3099"_s, 100); });
    for (const bool fakes : {false, true}) {
        const QString variant = fakes ? u"with fakes"_s : u"without fakes"_s;
        cases.add(u"listCountries"_s, variant, [fakes](ApiClient &client) { return CountriesApi(client).list(fakes); });
        cases.add(u"showProvider"_s, variant,
                  [fakes](ApiClient &client) { return ProvidersApi(client).show(u"fakebank_simple_xf"_s, fakes); });
    }
}

} // namespace saltdesk::contract
