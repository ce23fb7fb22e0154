// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <QString>

#include <optional>

namespace saltdesk::models {

/// How a write ended, in a form that can be written down: "ok", an error class, the kind of failure, or "unknown: …".
/// Nothing of a message enters it, for a server could repeat there what was sent. Never translated.
[[nodiscard]] QString auditOutcome(const std::optional<api::ApiError> &error);
/// It was refused here, and nothing left.
[[nodiscard]] bool wasRefusedHere(const std::optional<api::ApiError> &error);
/// The text if it is made of the characters of an id or a class and no longer than one, else "?"; empty stays empty.
[[nodiscard]] QString auditToken(const QString &text);

} // namespace saltdesk::models
