// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"
#include "localhistory/HistoryAnswer.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class NoteDialog;
}

namespace saltdesk::ui {

/// The dialog "Add note". Closes once the note is kept; where it could not be, it stays, says why, and the text with
/// it. Open it with open(); it deletes itself.
class NoteDialog : public QDialog
{
    Q_OBJECT

public:
    using Save = std::function<models::HistoryAnswer<void>(const QString &text)>;

    NoteDialog(const QString &customerLabel, models::EnvironmentKind environment, Save save, QWidget *parent = nullptr);
    ~NoteDialog() override;

    void accept() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPossible();

    Save m_save;
    bool m_saving = false;
    std::unique_ptr<Ui::NoteDialog> m_form;
};

} // namespace saltdesk::ui
