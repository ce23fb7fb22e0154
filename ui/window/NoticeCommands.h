// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notification/DesktopNotices.h"
#include "notification/Notice.h"

#include <QHash>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class ConnectionsView;
class FilterBar;
class WindowActions;

/// Tells the desktop of what happens while the agent looks elsewhere, and leads a click on a notice to what it is
/// about. Adds "Do not disturb", which lasts as long as the window, to the menu "View" and says in the status line that
/// it is on. Child of the window; borrows all it is given.
class NoticeCommands : public QObject
{
    Q_OBJECT

public:
    NoticeCommands(models::Workspace &workspace, const WindowActions &actions, ConnectionsView &table,
                   FilterBar &filter, QMainWindow &window);

signals:
    /// A notice of a question was clicked.
    void answerWanted(const saltdesk::api::ConnectionId &connection);

private:
    void addDoNotDisturb(QMenu &menu);
    void withdrawAll();
    void tell(const models::Notice &notice);
    void follow(const QString &key);
    void show(const api::ConnectionId &connection);

    models::Workspace &m_workspace;
    ConnectionsView &m_table;
    FilterBar &m_filter;
    QMainWindow &m_window;
    DesktopNotices m_desktop;
    QAction *m_doNotDisturb = nullptr;
    QHash<QString, models::Notice> m_told;
};

} // namespace saltdesk::ui
