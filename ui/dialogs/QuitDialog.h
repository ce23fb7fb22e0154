// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class QuitDialog;
}

namespace saltdesk::ui {

/// What is unfinished when somebody quits.
struct Unfinished
{
    /// The bank of the removal that waits for Undo; empty: none does.
    QString removal = {};
    /// How many changes are on their way to the API.
    int writes = 0;

    [[nodiscard]] bool isEmpty() const { return removal.isEmpty() && writes == 0; }
};

/// The dialog "Quit Saltdesk": asks whether to quit while something is unfinished. The default, and Escape, keep the
/// program open. Open it with open(); it deletes itself.
class QuitDialog : public QDialog
{
    Q_OBJECT

public:
    explicit QuitDialog(const Unfinished &unfinished, QWidget *parent = nullptr);
    ~QuitDialog() override;

private:
    std::unique_ptr<Ui::QuitDialog> m_form;
};

} // namespace saltdesk::ui
