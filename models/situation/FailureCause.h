// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace saltdesk::models {

/// Whose turn it is after an attempt failed, by the classes of reference 7.4 and those of 7.3 that stop a fetch.
enum class FailureCause {
    Unknown, ///< a class that this program does not know
    Customer,
    Bank,
    SaltEdge,
    Us
};

[[nodiscard]] FailureCause failureCause(std::string_view errorClass);

} // namespace saltdesk::models
