// SPDX-License-Identifier: Apache-2.0
#include "resources/AttemptsApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<AttemptPage> AttemptsApi::list(const ConnectionId &connection, const QString &nextId, int perPage) const
{
    const ApiRequest first = listRequest(v5::attempts, {{u"connection_id"_s, connection.toString()}}, perPage);
    // A page of a thousand attempts with their stages takes long enough to be felt.
    return decodedAnswer<AttemptPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeAttemptPage,
                                      QtFuture::Launch::Async);
}

Call<Attempt> AttemptsApi::show(const AttemptId &id, const ConnectionId &connection) const
{
    ApiRequest request = requestAbout(id.toString(), Method::Get, v5::attempt);
    request.query.emplace_back(u"connection_id"_s, connection.toString());
    return decodedAnswer<Attempt>(m_client.send(request), Method::Get, decodeAttempt);
}

} // namespace saltdesk::api
