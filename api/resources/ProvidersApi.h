// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ProviderDecoder.h"
#include "transport/Call.h"
#include "types/ProviderFilter.h"

#include <QString>

namespace saltdesk::api {

class ApiClient;

/// The banks (reference 4.2). The vendor asks to read them once a day at most. Holds no state, borrows the client.
class ProvidersApi
{
public:
    explicit ProvidersApi(ApiClient &client)
        : m_client(client)
    {}

    /// One page, from the beginning or from a `next_id`.
    [[nodiscard]] Call<ProviderPage> list(const ProviderFilter &filter, const QString &nextId = {},
                                          int perPage = 1000) const;
    /// With its fields. `includeFakeProviders` is for live clients (reference 14).
    [[nodiscard]] Call<Provider> show(const QString &code, bool includeFakeProviders = false) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
