// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ObjectReader.h"
#include "types/Stage.h"

namespace saltdesk::api {

/// Reads a stage (reference 3.3).
[[nodiscard]] Stage readStage(const ObjectReader &reader);

} // namespace saltdesk::api
