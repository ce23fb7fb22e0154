// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/EveryWrite.h"

#include <QByteArray>

#include <vector>

namespace saltdesk::testing {

/// In every place of a request that a person or a bank fills with a secret: it must leave for the API and go nowhere
/// else.
inline constexpr auto canaryCredential = "canary-credential-91be";

/// Writes that carry the canary wherever a body may carry a credential or what opens an account. Name, verb, answer and
/// send are set.
[[nodiscard]] std::vector<EveryWrite> secretWrites();

} // namespace saltdesk::testing
