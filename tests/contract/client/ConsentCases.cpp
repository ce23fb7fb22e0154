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
    cases.add(u"listConsents"_s, u"of a customer"_s,
              [](ApiClient &client) { return ConsentsApi(client).list(someCustomer()); });
    cases.add(u"listConsents"_s, u"next page"_s,
              [](ApiClient &client) { return ConsentsApi(client).list(someCustomer(), u"555555555555555556"_s, 100); });
}

} // namespace saltdesk::contract
