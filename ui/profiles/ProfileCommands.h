// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileServices.h"

#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QWidget;

namespace saltdesk::ui {

class ProfilesDialog;

/// The menu "Profile": the saved profiles with their keys (Ctrl+1 …), the sandbox, the dialog "Profiles" (Ctrl+,) and
/// the test of the one in use. Child of the window; what is wanted is the application's to do.
class ProfileCommands : public QObject
{
    Q_OBJECT

public:
    /// `current`: the id of the profile in use; empty: none that is saved.
    ProfileCommands(const ProfileServices &services, const QString &current, bool onSandbox, QWidget *window);

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    /// Opens the dialog.
    void choose();

signals:
    void profileWanted(const QString &profileId);
    void sandboxWanted();

private:
    void fill();
    QAction *add(const QString &text, int number, bool isCurrent);
    void test();
    [[nodiscard]] ProfilesDialog *dialog();

    ProfileServices m_services;
    QString m_current;
    bool m_onSandbox;
    QWidget *m_window;
    QMenu *m_menu;
    QActionGroup *m_group = nullptr;
};

} // namespace saltdesk::ui
