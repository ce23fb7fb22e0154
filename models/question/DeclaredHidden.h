// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// Whether the declarations of a `style` attribute hide an element for certain: `display:none`, `visibility:hidden`,
/// `opacity:0`, `font-size:0`. Of two declarations of one property the last counts.
[[nodiscard]] bool isDeclaredHidden(const QString &style);

} // namespace saltdesk::models
