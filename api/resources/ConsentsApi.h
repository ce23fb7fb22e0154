// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConsentDecoder.h"
#include "transport/Call.h"
#include "types/RecordOwner.h"

#include <QString>

namespace saltdesk::api {

class ApiClient;

/// Consents (reference 4.5): the table's "consent ends" comes from here, a connection does not carry it.
class ConsentsApi
{
public:
    explicit ConsentsApi(ApiClient &client)
        : m_client(client)
    {}

    /// One page, from the beginning or from a `next_id`.
    [[nodiscard]] Call<ConsentPage> list(const RecordOwner &owner, const QString &nextId = {},
                                         int perPage = 1000) const;
    [[nodiscard]] Call<Consent> show(const ConsentId &id, const RecordOwner &owner) const;
    /// The connection can't be fetched any more until it is reconnected (unconfirmed). The answer is the consent, now
    /// revoked.
    [[nodiscard]] Call<Consent> revoke(const ConsentId &id, const RecordOwner &owner) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
