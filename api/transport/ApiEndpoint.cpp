// SPDX-License-Identifier: Apache-2.0
#include "transport/ApiEndpoint.h"

#include "transport/PrivateAddress.h"

#include <algorithm>

namespace saltdesk::api {

bool fitsInHeader(QByteArrayView key)
{
    return std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool ApiEndpoint::hasKeys() const
{
    return !appId.isEmpty() && !secret.isEmpty() && fitsInHeader(appId) && fitsInHeader(secret.reveal());
}

bool ApiEndpoint::isUrlAllowed() const
{
    return isPrivateAddress(baseUrl) && !baseUrl.hasQuery() && !baseUrl.hasFragment();
}

} // namespace saltdesk::api
