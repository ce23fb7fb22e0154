// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/CaseList.h"

namespace saltdesk::contract {

/// One function per resource class.
void addConnectionCases(CaseList &cases);
void addCustomerCases(CaseList &cases);
void addConsentCases(CaseList &cases);

[[nodiscard]] CaseList allCases();

} // namespace saltdesk::contract
