// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <simdjson.h>

namespace saltdesk::api {

/// Levels of nesting that are read; documents of the API have six, and what a client put into custom_fields a few more.
inline constexpr std::size_t maxJsonDepth = 64;

/// Why a body could not be read as JSON.
[[nodiscard]] ApiError jsonFailure(simdjson::error_code code);
/// JSON, but without what every answer has.
[[nodiscard]] ApiError missingEnvelope();
[[nodiscard]] ApiError missingId();
[[nodiscard]] ApiError missingMember(QLatin1StringView name);
[[nodiscard]] ApiError tooDeep();

} // namespace saltdesk::api
