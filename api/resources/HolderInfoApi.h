// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/HolderInfoDecoder.h"
#include "transport/Call.h"
#include "types/Ids.h"

namespace saltdesk::api {

class ApiClient;

/// Whose accounts a connection shows (reference 4.6); HolderInfoNotSupported where the bank can't tell.
class HolderInfoApi
{
public:
    explicit HolderInfoApi(ApiClient &client)
        : m_client(client)
    {}

    [[nodiscard]] Call<HolderInfo> show(const ConnectionId &connection) const;

private:
    ApiClient &m_client;
};

} // namespace saltdesk::api
