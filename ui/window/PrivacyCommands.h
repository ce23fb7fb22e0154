// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "privacy/IdleLock.h"
#include "privacy/IdleWatch.h"
#include "privacy/LockedWindows.h"
#include "privacy/PresenterMode.h"
#include "privacy/PresenterVeils.h"
#include "types/Clock.h"

#include <QObject>

class QMainWindow;
class QWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class ActivityPanel;
class WindowActions;

/// What the window does for those who look over the agent's shoulder or find his desk without him: presenter mode,
/// "Hide now" and hiding when idle, which locks writes as well; and the activity panel. Adds the panel and its own
/// parts of the status line to the window, whose child it is. Borrows workspace and actions.
class PrivacyCommands : public QObject
{
    Q_OBJECT

public:
    PrivacyCommands(models::Workspace &workspace, WindowActions &actions, QMainWindow &window);

    /// What a title may say of a customer: nothing while names are hidden.
    [[nodiscard]] QString mayName(const QString &customer) const;
    [[nodiscard]] QWidget &activityPanel() const;
    [[nodiscard]] models::IdleLock &idleLock() { return m_idle; }

    /// "Hide now" has to work in every dialog too, which keep the window's own keys away from it.
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void hiddenChanged(bool hidden);
    void hidesNamesChanged();

private:
    void addActivity(QMainWindow &window);
    void addPresenter(QMainWindow &window);
    void addHiding();

    models::Workspace &m_workspace;
    WindowActions &m_actions;
    api::SystemClock m_clock;
    models::PresenterMode m_presenter;
    PresenterVeils m_veils;
    models::IdleLock m_idle;
    IdleWatch m_watch;
    LockedWindows m_windows;
    ActivityPanel *m_activity;
};

} // namespace saltdesk::ui
