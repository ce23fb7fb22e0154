// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proving/ProofHop.h"

namespace saltdesk::models {

/// Which hop an error of the API fails, and why, as a sentence. Pure, both.

/// For the list of customers, which every service key may read.
[[nodiscard]] HopResult verdictOnReading(const api::ApiError &error);
/// For the write that cannot create anything: to be told so is to be let in.
[[nodiscard]] HopResult verdictOnWriting(const api::ApiError &error);

} // namespace saltdesk::models
