// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <simdjson.h>

#include <optional>

namespace saltdesk::api {

/// The text of a JSON string.
[[nodiscard]] std::optional<QString> textOf(simdjson::dom::element element);
/// The text of a JSON string, or of a whole number as it was written: ids come as either. Never through a double.
[[nodiscard]] std::optional<QString> idTextOf(simdjson::dom::element element);

} // namespace saltdesk::api
