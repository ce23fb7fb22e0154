// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class FindField;
class WindowActions;

/// Keeps what the find field offers: recent and pinned customers, and what the local history knows of the text that is
/// typed; and the action that pins the customer in front of the agent.
class RecentCommands : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three, which live as long as the window that owns this.
    RecentCommands(models::Workspace &workspace, const WindowActions &actions, FindField &field, QObject *parent);

private:
    void lookUp(const QString &typed);
    void showRecent();
    void showPin();

    models::Workspace &m_workspace;
    QAction *m_pin;
    FindField &m_field;
};

} // namespace saltdesk::ui
