// SPDX-License-Identifier: Apache-2.0
#include "dialogs/UnlockDialog.h"

#include "environment/WriteLock.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_UnlockDialog.h"

#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

UnlockDialog::UnlockDialog(models::WriteLock &lock, models::EnvironmentKind environment, const QString &recordedAs,
                           QWidget *parent)
    : QDialog(parent)
    , m_lock(lock)
    , m_form(std::make_unique<Ui::UnlockDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto minutes = int(models::WriteLock::unlockSpan.count());
    m_form->badge->setKind(environment);
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(tr("Unlock writes for %n minutes?", nullptr, minutes));
    m_form->subheading->setMuted(true);
    const QString ends = tr("Then they lock again by themselves; Ctrl+L locks them at once.");
    m_form->subheading->setText(
        recordedAs.isEmpty() ? ends : tr("%1 The reason goes into the audit trail, as %2.").arg(ends, recordedAs));
    m_form->objection->setMuted(true);

    QPushButton *unlock =
        m_form->buttons->addButton(tr("Unlock for %n minutes", nullptr, minutes), QDialogButtonBox::AcceptRole);
    setButtonRole(unlock, ButtonRole::Primary);
    unlock->setObjectName(u"unlock"_s);
    unlock->setDefault(true);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form->reason, &QLineEdit::textChanged, this, &UnlockDialog::showObjection);
    showObjection();
    m_form->reason->setFocus();
}

UnlockDialog::~UnlockDialog() = default;

void UnlockDialog::accept()
{
    if (m_lock.unlock(m_form->reason->text())) {
        QDialog::accept();
    } else {
        showObjection();
    }
}

void UnlockDialog::showObjection()
{
    const std::optional<QString> objection = m_lock.objectionTo(m_form->reason->text());
    m_form->objection->setText(objection.value_or(QString()));
    // One line is kept free, so that the buttons stay under the pointer.
    m_form->objection->setMinimumHeight(fontMetrics().lineSpacing());
    findChild<QPushButton *>(u"unlock"_s)->setEnabled(!objection);
}

} // namespace saltdesk::ui
