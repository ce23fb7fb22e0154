// SPDX-License-Identifier: Apache-2.0
#include "dialogs/ForgetDialog.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_ForgetDialog.h"

#include <QLayout>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

ForgetDialog::ForgetDialog(const QString &customerLabel, const QString &customerId, const QStringList &traces,
                           models::EnvironmentKind environment, QWidget *parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::ForgetDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->badge->setKind(environment);
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(tr("Forget %1 on this computer?").arg(customerLabel));
    markPersonal(m_form->heading);
    markPersonal(m_form->subheading);
    m_form->subheading->setMuted(true);
    m_form->subheading->setText(tr("Customer %1").arg(customerId));
    QStringList lines{tr("This can't be undone. From this computer go:")};
    for (const QString &trace : traces) {
        lines << u"  •  "_s + trace;
    }
    m_form->traces->setText(lines.join(u'\n'));
    m_form->stays->setMuted(true);
    m_form->stays->setText(tr("Everything at Salt Edge stays as it is, and nothing is sent. The audit trail stays too, "
                              "and notes that the customer was forgotten."));

    QPushButton *forget = m_form->buttons->addButton(tr("Forget customer"), QDialogButtonBox::DestructiveRole);
    QPushButton *cancel = m_form->buttons->button(QDialogButtonBox::Cancel);
    setButtonRole(forget, ButtonRole::Destructive);
    forget->setObjectName(u"forget"_s);
    forget->setAutoDefault(false);
    cancel->setDefault(true);
    connect(forget, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    cancel->setFocus();
    resize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()));
}

ForgetDialog::~ForgetDialog() = default;

} // namespace saltdesk::ui
