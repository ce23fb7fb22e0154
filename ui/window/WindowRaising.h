// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace saltdesk::ui {

/// Shows a window that may be minimised, above the others and with the keys, as far as the desktop lets it.
void raiseWindow(QWidget &window);

} // namespace saltdesk::ui
