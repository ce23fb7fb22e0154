// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/CaseList.h"

namespace saltdesk::contract {

/// One function per resource class, or per handful of small ones.
void addConnectionCases(CaseList &cases);
void addCustomerCases(CaseList &cases);
void addConsentCases(CaseList &cases);
void addRecordCases(CaseList &cases);
void addCatalogueCases(CaseList &cases);
void addOAuthCases(CaseList &cases);
void addConnectSessionCases(CaseList &cases);

[[nodiscard]] CaseList allCases();

} // namespace saltdesk::contract
