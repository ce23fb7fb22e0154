// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rules/Shape.h"

namespace saltdesk::sandbox {

/// The shape of `data` of each write (reference 2.1 to 2.5).
[[nodiscard]] const Shape &createShape();
[[nodiscard]] const Shape &updateShape();
[[nodiscard]] const Shape &reconnectShape();
[[nodiscard]] const Shape &interactiveShape();
[[nodiscard]] const Shape &refreshShape();

} // namespace saltdesk::sandbox
