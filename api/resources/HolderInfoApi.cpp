// SPDX-License-Identifier: Apache-2.0
#include "resources/HolderInfoApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<HolderInfo> HolderInfoApi::show(const ConnectionId &connection) const
{
    ApiRequest request;
    request.pathTemplate = v5::holderInfo;
    request.query.emplace_back(u"connection_id"_s, connection.toString());
    return decodedAnswer<HolderInfo>(m_client.send(request), Method::Get, decodeHolderInfo);
}

} // namespace saltdesk::api
