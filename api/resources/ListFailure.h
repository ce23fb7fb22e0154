// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <tl/expected.hpp>

#include <utility>

namespace saltdesk::api {

/// Why a list that runs over several pages ends early, where no answer of the server says so.
[[nodiscard]] inline tl::unexpected<ApiError> listFailure(ErrorKind kind, QString message)
{
    ApiError error;
    error.kind = kind;
    error.message = std::move(message);
    return tl::unexpected(std::move(error));
}

} // namespace saltdesk::api
