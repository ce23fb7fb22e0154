// SPDX-License-Identifier: Apache-2.0
#include "window/WindowRaising.h"

#include <QWidget>

namespace saltdesk::ui {

void raiseWindow(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace saltdesk::ui
