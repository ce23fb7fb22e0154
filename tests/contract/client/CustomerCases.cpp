// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "client/RequestFields.h"
#include "resources/CustomersApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::CustomersApi;

void addCustomerCases(CaseList &cases)
{
    cases.add(u"listCustomers"_s, u"first page"_s, [](ApiClient &client) { return CustomersApi(client).list(); });
    cases.add(u"listCustomers"_s, u"next page"_s,
              [](ApiClient &client) { return CustomersApi(client).list(u"222222222222222223"_s, 100); });
    for (const QString &identifier : {u"helpdesk-000123"_s, u"a&b=c d+e/ü %?#"_s}) {
        cases.add(u"listCustomers"_s, u"identifier "_s + identifier,
                  [identifier](ApiClient &client) { return CustomersApi(client).findByIdentifier(identifier); });
        cases.add(u"createCustomer"_s, identifier,
                  [identifier](ApiClient &client) { return CustomersApi(client).create(identifier); });
    }
    cases.add(u"showCustomer"_s, u"by id"_s,
              [](ApiClient &client) { return CustomersApi(client).show(someCustomer()); });
    cases.add(u"removeCustomer"_s, u"by id"_s,
              [](ApiClient &client) { return CustomersApi(client).remove(someCustomer()); });
    cases.add(u"lockCustomer"_s, u"by id"_s,
              [](ApiClient &client) { return CustomersApi(client).lock(someCustomer()); });
    cases.add(u"unlockCustomer"_s, u"by id"_s,
              [](ApiClient &client) { return CustomersApi(client).unlock(someCustomer()); });
}

} // namespace saltdesk::contract
