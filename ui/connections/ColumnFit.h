// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

class QFontMetrics;
class QHeaderView;

namespace saltdesk::ui {

/// The width of every column when the visible ones share `width`: what must be read whole comes first, then banks,
/// customers and errors grow or shrink. Narrower than the least sum: the table scrolls sideways.
[[nodiscard]] std::vector<int> fittedColumns(int width, const QFontMetrics &metrics, const QHeaderView &header);

} // namespace saltdesk::ui
