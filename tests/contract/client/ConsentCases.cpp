// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "client/RequestFields.h"
#include "resources/ConsentsApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConsentsApi;

void addConsentCases(CaseList &cases)
{
    const api::ConsentId id(u"555555555555555555"_s);
    const std::pair<QString, api::RecordOwner> owners[] = {{u"of a customer"_s, someCustomer()},
                                                           {u"of a connection"_s, someConnection()}};
    for (const auto &[whose, owner] : owners) {
        cases.add(u"listConsents"_s, whose,
                  [owner = owner](ApiClient &client) { return ConsentsApi(client).list(owner); });
        cases.add(u"listConsents"_s, u"next page "_s + whose, [owner = owner](ApiClient &client) {
            return ConsentsApi(client).list(owner, u"555555555555555556"_s, 100);
        });
        cases.add(u"showConsent"_s, whose,
                  [id, owner = owner](ApiClient &client) { return ConsentsApi(client).show(id, owner); });
        cases.add(u"revokeConsent"_s, whose,
                  [id, owner = owner](ApiClient &client) { return ConsentsApi(client).revoke(id, owner); });
    }
}

} // namespace saltdesk::contract
