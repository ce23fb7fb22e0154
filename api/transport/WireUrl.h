// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiEndpoint.h"
#include "transport/ApiRequest.h"

#include <QUrl>

#include <optional>

namespace saltdesk::api {

/// The absolute URL of a request, encoded as it will stand on the wire and be signed. Nothing when an argument could
/// turn the path into another route: an empty one ("connections/" lists), "." or "..".
[[nodiscard]] std::optional<QUrl> wireUrl(const ApiEndpoint &endpoint, const ApiRequest &request);

} // namespace saltdesk::api
