// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileServices.h"

#include <QDialog>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace saltdesk::models {
struct Profile;
}

namespace saltdesk::ui {

class ProfileEditor;
class ProfileListPage;
class ProofPage;

/// The dialog "Profiles": choose the one to work with; add, edit, duplicate, test, remove, import and export. Its pages
/// follow each other in one window. Open it with open(); it deletes itself. Ends with accepted after one of the two
/// signals, or with rejected.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `current`: the id of the profile in use; empty: the sandbox, or none.
    ProfilesDialog(const ProfileServices &services, const QString &current, QWidget *parent = nullptr);

    /// Opens on the editor of this profile, for one whose keys are missing.
    void edit(const models::Profile &profile);
    /// Opens on the test of this profile.
    void test(const models::Profile &profile);

    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;

signals:
    void profileWanted(const QString &profileId);
    void sandboxWanted();

private:
    void build();
    void showPage(QWidget *page);
    void showButtons();
    void goOn();
    void use();

    ProfileListPage *m_list;
    ProfileEditor *m_editor;
    ProofPage *m_proof;
    QStackedWidget *m_pages;
    QDialogButtonBox *m_buttons;
    QPushButton *m_main;
};

} // namespace saltdesk::ui
