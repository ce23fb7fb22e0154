// SPDX-License-Identifier: Apache-2.0
#pragma once

class QScrollArea;
class QWidget;

namespace saltdesk::ui {

/// A scroll area without a frame that never scrolls sideways and takes no focus for itself; `inside` becomes its own.
[[nodiscard]] QScrollArea *quietScroll(QWidget *inside);

} // namespace saltdesk::ui
