// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "client/RequestFields.h"
#include "resources/AccountsApi.h"
#include "resources/AttemptsApi.h"
#include "resources/HolderInfoApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::AccountsApi;
using api::ApiClient;
using api::AttemptsApi;
using api::HolderInfoApi;

void addRecordCases(CaseList &cases)
{
    cases.add(u"listAccounts"_s, u"of a customer"_s,
              [](ApiClient &client) { return AccountsApi(client).list(someCustomer()); });
    cases.add(u"listAccounts"_s, u"next page of a connection"_s, [](ApiClient &client) {
        return AccountsApi(client).list(someConnection(), u"333333333333333334"_s, 100);
    });
    cases.add(u"showHolderInfo"_s, u"of a connection"_s,
              [](ApiClient &client) { return HolderInfoApi(client).show(someConnection()); });
    cases.add(u"listAttempts"_s, u"of a connection"_s,
              [](ApiClient &client) { return AttemptsApi(client).list(someConnection()); });
    cases.add(u"listAttempts"_s, u"next page"_s, [](ApiClient &client) {
        return AttemptsApi(client).list(someConnection(), u"777777777777777778"_s, 100);
    });
    cases.add(u"showAttempt"_s, u"by id"_s, [](ApiClient &client) {
        return AttemptsApi(client).show(api::AttemptId(u"777777777777777777"_s), someConnection());
    });
}

} // namespace saltdesk::contract
