// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "resources/ConsentsApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConsentsApi;

void addConsentCases(CaseList &cases)
{
    const api::CustomerId customer(u"222222222222222222"_s);
    cases.add(u"listConsents"_s, u"of a customer"_s,
              [customer](ApiClient &client) { return ConsentsApi(client).list(customer); });
    cases.add(u"listConsents"_s, u"next page"_s, [customer](ApiClient &client) {
        return ConsentsApi(client).list(customer, u"555555555555555556"_s, 100);
    });
}

} // namespace saltdesk::contract
