// SPDX-License-Identifier: Apache-2.0
#include "dialogs/IrreversibleDialog.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_IrreversibleDialog.h"

#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

IrreversibleDialog::IrreversibleDialog(models::ConnectionSummary connection, models::EnvironmentKind environment,
                                       const Step &step, QWidget *parent)
    : QDialog(parent)
    , m_connection(std::move(connection))
    , m_form(std::make_unique<Ui::IrreversibleDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(step.verb);
    setAccessibleName(step.verb);
    m_form->badge->setKind(environment);
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(step.heading);
    m_form->subheading->setMuted(true);
    markPersonal(m_form->subheading);
    m_form->subheading->setText(
        tr("Customer %1 · connection %2").arg(m_connection.customerLabel, m_connection.id.toString()));
    QStringList lines{step.introduction};
    for (const QString &loss : step.losses) {
        lines << u"  •  "_s + loss;
    }
    m_form->losses->setText(lines.join(u'\n'));

    QPushButton *act = m_form->buttons->addButton(step.verb, QDialogButtonBox::DestructiveRole);
    setButtonRole(act, ButtonRole::Destructive);
    act->setObjectName(step.buttonName);
    act->setAutoDefault(false);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    askForName(*act, environment == models::EnvironmentKind::Live);
}

IrreversibleDialog::~IrreversibleDialog() = default;

QString IrreversibleDialog::nameOf(const models::ConnectionSummary &connection)
{
    const QString name = connection.providerName.simplified();
    return name.isEmpty() ? connection.providerCode.simplified() : name;
}

void IrreversibleDialog::askForName(QPushButton &act, bool isTyped)
{
    m_form->confirmLabel->setText(tr("This is live. Type “%1” to go on.").arg(nameOf(m_connection)));
    m_form->confirmLabel->setVisible(isTyped);
    m_form->confirm->setVisible(isTyped);
    act.setEnabled(!isTyped);
    // Where the name is typed, Enter neither acts nor gives up.
    QPushButton *cancel = m_form->buttons->button(QDialogButtonBox::Cancel);
    cancel->setAutoDefault(!isTyped);
    cancel->setDefault(!isTyped);
    connect(m_form->confirm, &QLineEdit::returnPressed, &act, [&act] {
        if (act.isEnabled()) {
            act.setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_form->confirm, &QLineEdit::textChanged, &act,
            [this, &act](const QString &text) { act.setEnabled(text.simplified() == nameOf(m_connection)); });
    (isTyped ? static_cast<QWidget *>(m_form->confirm) : cancel)->setFocus();
}

} // namespace saltdesk::ui
