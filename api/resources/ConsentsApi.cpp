// SPDX-License-Identifier: Apache-2.0
#include "resources/ConsentsApi.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The ids stand in the query, also of a write (reference 4.5).
ApiRequest ofOwner(ApiRequest request, const RecordOwner &owner)
{
    request.query.push_back(owner.queryItem());
    (owner.isCustomer() ? request.subject.customer : request.subject.connection) = owner.queryItem().second;
    return request;
}

} // namespace

Call<ConsentPage> ConsentsApi::list(const RecordOwner &owner, const QString &nextId, int perPage) const
{
    const ApiRequest first = listRequest(v5::consents, {owner.queryItem()}, perPage);
    return decodedAnswer<ConsentPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeConsentPage);
}

Call<Consent> ConsentsApi::show(const ConsentId &id, const RecordOwner &owner) const
{
    const ApiRequest request = ofOwner(requestAbout(id.toString(), Method::Get, v5::consent), owner);
    return decodedAnswer<Consent>(m_client.send(request), Method::Get, decodeConsent);
}

Call<Consent> ConsentsApi::revoke(const ConsentId &id, const RecordOwner &owner) const
{
    const ApiRequest request = ofOwner(requestAbout(id.toString(), Method::Put, v5::consentRevoke), owner);
    return decodedAnswer<Consent>(m_client.send(request), Method::Put, decodeConsent);
}

} // namespace saltdesk::api
