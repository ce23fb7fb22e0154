// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QAction;
class QMainWindow;
class QMenu;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class TrayIcon;

/// The choice "Show in the system tray" in a menu: off at first, kept in the settings, and disabled with the reason
/// where the desktop has no tray. Child of the window; borrows all it is given.
class TrayCommand : public QObject
{
    Q_OBJECT

public:
    TrayCommand(models::Workspace &workspace, QMenu &menu, QAction &quit, QMainWindow &window);
    ~TrayCommand() override;

private:
    void showChoice();
    void showIcon();

    models::Workspace &m_workspace;
    QAction &m_quit;
    QMainWindow &m_window;
    QAction *m_choice;
    std::unique_ptr<TrayIcon> m_icon;
};

} // namespace saltdesk::ui
