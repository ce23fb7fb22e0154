// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ObjectReader.h"
#include "types/Attempt.h"

namespace saltdesk::api {

/// Reads an attempt (reference 3.2), with `last_stage` or `stages`, whichever the route sends.
[[nodiscard]] Attempt readAttempt(const ObjectReader &reader);

} // namespace saltdesk::api
