// SPDX-License-Identifier: Apache-2.0
#include "dialogs/WarningsDialog.h"

#include "privacy/CopiedText.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace saltdesk::ui {

WarningsDialog::WarningsDialog(const std::vector<api::DecodeWarning> &warnings, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Records that could not be read"));
    setAccessibleName(windowTitle());
    auto *intro = new WrappedLabel;
    intro->setText(tr("The rest of the list is shown. These parts of the API's answer are not as documented; "
                      "Salt Edge's support can use this list."));
    auto *list = new QPlainTextEdit;
    list->setReadOnly(true);
    list->setAccessibleName(windowTitle());
    QStringList lines;
    for (const api::DecodeWarning &warning : warnings) {
        const QString place = warning.id.isEmpty() ? tr("record %1").arg(warning.record + 1) : warning.id;
        lines << tr("%1: %2").arg(place, warning.problem);
    }
    list->setPlainText(lines.join(u'\n'));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, list, [list] { copyRedacted(list->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(intro);
    column->addWidget(list);
    column->addWidget(buttons);
    resize(480, 280);
}

} // namespace saltdesk::ui
