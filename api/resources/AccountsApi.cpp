// SPDX-License-Identifier: Apache-2.0
#include "resources/AccountsApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<AccountPage> AccountsApi::list(const RecordOwner &owner, const QString &nextId, int perPage) const
{
    const ApiRequest first = listRequest(v5::accounts, {owner.queryItem()}, perPage);
    return decodedAnswer<AccountPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeAccountPage);
}

} // namespace saltdesk::api
