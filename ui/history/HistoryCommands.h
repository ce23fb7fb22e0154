// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QMenu;
class QWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class DetailsPane;
class MessageBar;
class WindowActions;

/// What the window does with the local history: adds and removes notes, lets the agent choose how long it is kept, and
/// says above the table when something is wrong with its file. Borrows all of them; child of the window.
class HistoryCommands : public QObject
{
    Q_OBJECT

public:
    HistoryCommands(models::Workspace &workspace, const WindowActions &actions, DetailsPane &details, MessageBar &bar,
                    QWidget *window);

private:
    void addNote();
    void removeNote(qint64 id);
    void showCondition();

    models::Workspace &m_workspace;
    DetailsPane &m_details;
    MessageBar &m_bar;
    QWidget *m_window;
};

} // namespace saltdesk::ui
