// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileServices.h"

#include <QDialog>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace saltdesk::ui {

class ProfileEditor;

/// The dialog "Welcome" of the first start: the sandbox with one click, or a profile with keys, which are proved before
/// they are saved. Open it with open(); it deletes itself. Ends with accepted after one of the two signals, or with
/// rejected.
class WelcomeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WelcomeDialog(const ProfileServices &services, QWidget *parent = nullptr);

    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;

signals:
    void sandboxWanted();
    void profileWanted(const QString &profileId);

private:
    [[nodiscard]] QWidget *buildChoice(const QStringList &warnings, bool withSandbox);
    [[nodiscard]] QWidget *card(QPushButton *button, const QString &title, const QString &text);
    void showButtons();

    ProfileEditor *m_editor;
    QStackedWidget *m_pages;
    QDialogButtonBox *m_buttons;
    QPushButton *m_main;
    QPushButton *m_trySandbox;
    QPushButton *m_useKeys;
};

} // namespace saltdesk::ui
