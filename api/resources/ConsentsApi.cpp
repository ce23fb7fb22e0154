// SPDX-License-Identifier: Apache-2.0
#include "resources/ConsentsApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<ConsentPage> ConsentsApi::list(const CustomerId &customer, const QString &nextId, int perPage) const
{
    const ApiRequest first = listRequest(v5::consents, {{u"customer_id"_s, customer.toString()}}, perPage);
    return decodedAnswer<ConsentPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeConsentPage);
}

} // namespace saltdesk::api
