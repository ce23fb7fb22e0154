// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/CountryDecoder.h"
#include "transport/Call.h"

namespace saltdesk::api {

class ApiClient;

/// The countries that have banks (reference 4.1); a list without pages. The vendor asks to read it at most daily.
class CountriesApi
{
public:
    explicit CountriesApi(ApiClient &client)
        : m_client(client)
    {}

    [[nodiscard]] Call<CountryPage> list(bool includeFakeProviders = false) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
