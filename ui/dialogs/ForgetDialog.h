// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class ForgetDialog;
}

namespace saltdesk::ui {

/// The dialog "Forget customer": says which traces on this computer go, and what stays. Its default button is Cancel.
/// Open it with open(); it deletes itself. Removes nothing itself: accepted says that it is wanted.
class ForgetDialog : public QDialog
{
    Q_OBJECT

public:
    /// `traces` are CustomerTraces::kinds().
    ForgetDialog(const QString &customerLabel, const QString &customerId, const QStringList &traces,
                 models::EnvironmentKind environment, QWidget *parent = nullptr);
    ~ForgetDialog() override;

private:
    std::unique_ptr<Ui::ForgetDialog> m_form;
};

} // namespace saltdesk::ui
