// SPDX-License-Identifier: Apache-2.0
#include "dialogs/ShortcutSheet.h"

#include "theme/WrappedLabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>

namespace saltdesk::ui {

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    QFont bold = font();
    bold.setBold(true);
    int line = 0;
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty()) {
            continue;
        }
        auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText));
        auto *words = new QLabel(action->whatsThis());
        keys->setTextFormat(Qt::PlainText);
        words->setTextFormat(Qt::PlainText);
        keys->setFont(bold);
        grid->addWidget(keys, line, 0);
        grid->addWidget(words, line, 1);
        ++line;
    }
    grid->setColumnStretch(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(16);
    column->addLayout(grid);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace saltdesk::ui
