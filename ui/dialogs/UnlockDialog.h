// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QDialog>

#include <memory>

namespace Ui {
class UnlockDialog;
}

namespace saltdesk::models {
class WriteLock;
}

namespace saltdesk::ui {

/// The dialog "Unlock writes": asks what for, and unlocks. Enter in the field unlocks. Open it with open(); it deletes
/// itself. Borrows the lock.
class UnlockDialog : public QDialog
{
    Q_OBJECT

public:
    /// `recordedAs`: the user and computer under which the reason is written down; empty: it is not.
    UnlockDialog(models::WriteLock &lock, models::EnvironmentKind environment, const QString &recordedAs,
                 QWidget *parent = nullptr);
    ~UnlockDialog() override;

    void accept() override;

private:
    void showObjection();

    models::WriteLock &m_lock;
    std::unique_ptr<Ui::UnlockDialog> m_form;
};

} // namespace saltdesk::ui
