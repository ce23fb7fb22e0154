// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <QByteArray>

#include <optional>

namespace saltdesk::api {

/// Reads the error envelope (reference 6) with the top-level `next_refresh_possible_at` of a 406 (2.8) and the flat
/// form of older versions. Nothing of `request` is read. Nothing when the body is no such envelope.
[[nodiscard]] std::optional<ApiError> decodeError(const QByteArray &body);

} // namespace saltdesk::api
