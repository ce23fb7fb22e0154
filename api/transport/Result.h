// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <tl/expected.hpp>

namespace saltdesk::api {

/// A value or the reason why there is none. std::expected in disguise until the compilers of our target have it.
template <class T>
using Result = tl::expected<T, ApiError>;

} // namespace saltdesk::api
