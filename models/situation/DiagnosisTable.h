// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Diagnosis.h"
#include "situation/FailureCause.h"

#include <string_view>

namespace saltdesk::models {

/// What a failure class of reference 7.3 and 7.4 means in words; the texts are source texts of the context
/// `diagnosisContext`. In the headline %1 stands for "9 days ago".
struct FailureEntry
{
    std::string_view errorClass;
    FailureCause cause = FailureCause::Unknown;
    NextAction action = NextAction::None;
    const char *headline = nullptr;
    const char *explanation = nullptr;
    const char *sentence = nullptr;
};

inline constexpr auto diagnosisContext = "saltdesk::models::Diagnosis";

/// Null for a class that is not known.
[[nodiscard]] const FailureEntry *failureEntry(std::string_view errorClass);

} // namespace saltdesk::models
