// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

class QAction;

namespace saltdesk::ui {

/// Saltdesk in the system tray, for those who want it there: says how many questions wait, brings the window, and
/// quits. Changes nothing of how the program ends.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// Borrows what quits the program.
    explicit TrayIcon(QAction &quit, QObject *parent = nullptr);

    /// Whether this desktop has a tray just now.
    [[nodiscard]] static bool isPossible();
    void setShown(bool shown);
    void tellWaiting(int questions);
    [[nodiscard]] QString text() const { return m_icon.toolTip(); }

signals:
    void windowWanted();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace saltdesk::ui
