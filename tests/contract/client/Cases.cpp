// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"

namespace saltdesk::contract {

CaseList allCases()
{
    CaseList cases;
    addConnectionCases(cases);
    addCustomerCases(cases);
    addConsentCases(cases);
    addRecordCases(cases);
    addCatalogueCases(cases);
    addOAuthCases(cases);
    addConnectSessionCases(cases);
    return cases;
}

} // namespace saltdesk::contract
