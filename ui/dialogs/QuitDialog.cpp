// SPDX-License-Identifier: Apache-2.0
#include "dialogs/QuitDialog.h"

#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_QuitDialog.h"

#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

QuitDialog::QuitDialog(const Unfinished &unfinished, QWidget *parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::QuitDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool removes = !unfinished.removal.isEmpty();
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(removes ? tr("Leave before %1 is removed?").arg(unfinished.removal)
                                     : tr("Leave while a change is on its way?"));
    QStringList lines;
    if (removes) {
        lines << tr("The removal was confirmed but not sent yet; it waits while you decide. If you leave now, the "
                    "connection stays.");
    }
    if (unfinished.writes > 0) {
        lines << (unfinished.writes == 1
                      ? tr("A change left for Salt Edge and was not answered yet. If you leave now it may still take "
                           "effect, and you will not see how it ends.")
                      : tr("%n changes left for Salt Edge and were not answered yet. If you leave now they may still "
                           "take effect, and you will not see how they end.",
                           nullptr, unfinished.writes));
    }
    m_form->text->setText(lines.join(u"\n\n"_s));

    QPushButton *quit = m_form->buttons->addButton(removes ? tr("Leave without removing") : tr("Leave without waiting"),
                                                   QDialogButtonBox::DestructiveRole);
    QPushButton *keep = m_form->buttons->addButton(tr("Stay"), QDialogButtonBox::RejectRole);
    quit->setObjectName(u"quit"_s);
    quit->setAutoDefault(false);
    setButtonRole(keep, ButtonRole::Primary);
    keep->setDefault(true);
    connect(quit, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    keep->setFocus();
}

QuitDialog::~QuitDialog() = default;

} // namespace saltdesk::ui
