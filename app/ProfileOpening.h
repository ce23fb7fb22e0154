// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Target.h"
#include "profiles/ProfileServices.h"
#include "secrets/Keychain.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QDialog;

namespace saltdesk::ui {
class OpeningDialog;
}

namespace saltdesk::app {

/// The way from "this profile" to a target that can be used: asks the keychain, and shows the dialogs that stand in
/// place of the window when there is no profile, or no keys. Owned by the Application, GUI thread.
///
/// Each of open(), welcome() and choose() ends with ready, sandboxWanted or givenUp, unless another of them follows
/// first. Where nobody sits in front (`unattended`) no dialog opens, and what would need one, or takes half a minute,
/// is failed.
class ProfileOpening : public QObject
{
    Q_OBJECT

public:
    ProfileOpening(const ui::ProfileServices &services, bool unattended, QObject *parent = nullptr);
    ~ProfileOpening() override;

    void open(const models::Profile &profile);
    void welcome();
    void choose();
    /// Another way was taken: nothing that is still to come counts.
    void cancel();
    /// Dialogs stand on this window from now on; null: on nothing.
    void standOn(QWidget *window) { m_window = window; }

signals:
    void ready(const saltdesk::app::Target &target);
    void sandboxWanted();
    void givenUp();
    /// One line.
    void failed(const QString &line);

private:
    void load();
    void take(const models::KeychainResult<models::ProfileSecrets> &secrets);
    void fail(const QString &title, const QString &text);
    void edit();
    [[nodiscard]] ui::OpeningDialog &opening();
    template <class Dialog>
    void show(Dialog *dialog);

    ui::ProfileServices m_services;
    bool m_unattended;
    models::Profile m_profile;
    /// The keychain's answer to an earlier question is not listened to.
    int m_turn = 0;
    QTimer m_patience;
    QPointer<ui::OpeningDialog> m_opening;
    QPointer<QDialog> m_dialog;
    QPointer<QWidget> m_window;
};

} // namespace saltdesk::app
