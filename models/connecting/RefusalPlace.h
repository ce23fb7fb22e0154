// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

namespace saltdesk::models {

/// Which of the choices made the API say no, so that the error stands beside its cause.
enum class RefusalPlace : unsigned char {
    Customer,
    Bank,
    Consent,
    Credentials,
    /// What stands under "More".
    Options,
    /// None of them: access, limits, the network.
    Whole
};

/// By the classes of reference 2.8 and 7. Pure.
[[nodiscard]] RefusalPlace refusalPlace(const api::ApiError &error);

/// The API does not take credentials from this client (reference 1.4): the hosted page is the way in.
[[nodiscard]] bool wantsHostedPage(const api::ApiError &error);

} // namespace saltdesk::models
