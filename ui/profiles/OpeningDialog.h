// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/Profile.h"
#include "secrets/Keychain.h"

#include <QDialog>

class QPushButton;

namespace saltdesk::ui {

class MessageBar;

/// What stands in place of the window while the keychain is asked for a profile's keys, which can take as long as
/// somebody types its password; and what can be done when it does not give them. Open it with open(); it deletes
/// itself.
class OpeningDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OpeningDialog(const models::Profile &profile, QWidget *parent = nullptr);

    void showWaiting();
    void showProblem(const models::KeychainError &error);
    /// The keys are there and can't be used.
    void showFault(const QString &text);

signals:
    void tryAgainWanted();
    /// To type the keys in.
    void editWanted();
    void profilesWanted();

private:
    void showButtons(bool waiting);

    MessageBar *m_message;
    QPushButton *m_again;
    QPushButton *m_edit;
    QPushButton *m_profiles;
};

} // namespace saltdesk::ui
