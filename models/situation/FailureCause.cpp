// SPDX-License-Identifier: Apache-2.0
#include "situation/FailureCause.h"

#include "situation/DiagnosisTable.h"

namespace saltdesk::models {

FailureCause failureCause(std::string_view errorClass)
{
    const FailureEntry *entry = failureEntry(errorClass);
    return entry ? entry->cause : FailureCause::Unknown;
}

} // namespace saltdesk::models
