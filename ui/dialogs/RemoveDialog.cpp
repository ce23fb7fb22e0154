// SPDX-License-Identifier: Apache-2.0
#include "dialogs/RemoveDialog.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_RemoveDialog.h"

#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What has to be typed: the bank's name, or its code where it has none.
QString nameOf(const models::ConnectionSummary &connection)
{
    const QString name = connection.providerName.simplified();
    return name.isEmpty() ? connection.providerCode.simplified() : name;
}

} // namespace

RemoveDialog::RemoveDialog(models::ConnectionSummary connection, models::EnvironmentKind environment, QWidget *parent)
    : QDialog(parent)
    , m_connection(std::move(connection))
    , m_form(std::make_unique<Ui::RemoveDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->badge->setKind(environment);
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(tr("Remove %1?").arg(nameOf(m_connection)));
    m_form->subheading->setMuted(true);
    markPersonal(m_form->subheading);
    m_form->subheading->setText(
        tr("Customer %1 · connection %2").arg(m_connection.customerLabel, m_connection.id.toString()));
    m_form->losses->setText(losses());

    const bool typed = environment == models::EnvironmentKind::Live;
    m_form->confirmLabel->setText(tr("This is live. Type “%1” to go on.").arg(nameOf(m_connection)));
    m_form->confirmLabel->setVisible(typed);
    m_form->confirm->setVisible(typed);

    QPushButton *remove = m_form->buttons->addButton(tr("Remove connection"), QDialogButtonBox::DestructiveRole);
    QPushButton *cancel = m_form->buttons->button(QDialogButtonBox::Cancel);
    setButtonRole(remove, ButtonRole::Destructive);
    remove->setObjectName(u"remove"_s);
    remove->setAutoDefault(false);
    remove->setEnabled(!typed);
    // Where the name is typed, Enter neither removes nor gives up.
    cancel->setAutoDefault(!typed);
    cancel->setDefault(!typed);
    connect(m_form->confirm, &QLineEdit::returnPressed, remove, [remove] {
        if (remove->isEnabled()) {
            remove->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form->confirm, &QLineEdit::textChanged, remove,
            [this, remove](const QString &text) { remove->setEnabled(text.simplified() == nameOf(m_connection)); });
    (typed ? static_cast<QWidget *>(m_form->confirm) : cancel)->setFocus();
}

RemoveDialog::~RemoveDialog() = default;

QString RemoveDialog::losses() const
{
    QStringList lines{tr("This can't be undone. With the connection die:"),
                      u"  •  "_s + tr("its accounts and transactions at Salt Edge"),
                      u"  •  "_s + tr("its consent, so the customer has to agree anew")};
    if (m_connection.storeCredentials) {
        lines << u"  •  "_s + tr("the stored credentials");
    }
    if (m_connection.dailyRefresh) {
        lines << u"  •  "_s + tr("the daily refresh");
    }
    if (m_connection.fetching) {
        lines << u"  •  "_s + tr("the attempt that is running now");
    }
    return lines.join(u'\n');
}

} // namespace saltdesk::ui
