// SPDX-License-Identifier: Apache-2.0
#include "dialogs/UpdateDialog.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_UpdateDialog.h"

#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

UpdateDialog::UpdateDialog(models::ConnectionSummary connection, models::EnvironmentKind environment, QWidget *parent)
    : QDialog(parent)
    , m_connection(std::move(connection))
    , m_form(std::make_unique<Ui::UpdateDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->badge->setKind(environment);
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(m_connection.providerName);
    m_form->subheading->setMuted(true);
    markPersonal(m_form->subheading);
    m_form->subheading->setText(
        tr("Customer %1 · connection %2").arg(m_connection.customerLabel, m_connection.id.toString()));
    m_form->dailyRefresh->setChecked(m_connection.dailyRefresh);
    m_form->storeCredentials->setChecked(m_connection.storeCredentials);
    const bool inactive = m_connection.status == api::ConnectionStatus::Inactive;
    m_form->inactive->setChecked(inactive);
    m_form->inactive->setEnabled(m_connection.status == api::ConnectionStatus::Active);
    m_form->inactive->setToolTip(inactive ? tr("Only a reconnect makes it active again.")
                                          : tr("No fetching until the customer reconnects."));
    m_form->dailyRefresh->setToolTip(m_form->dailyRefresh->accessibleDescription());
    m_form->storeCredentials->setToolTip(m_form->storeCredentials->accessibleDescription());

    QPushButton *update = m_form->buttons->addButton(tr("Update connection"), QDialogButtonBox::AcceptRole);
    setButtonRole(update, ButtonRole::Primary);
    update->setDefault(true);
    update->setObjectName(u"update"_s);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QCheckBox *box : {m_form->dailyRefresh, m_form->storeCredentials, m_form->inactive}) {
        connect(box, &QCheckBox::toggled, this, &UpdateDialog::showChanges);
    }
    showChanges();
    m_form->dailyRefresh->setFocus();
}

UpdateDialog::~UpdateDialog() = default;

api::UpdateConnectionRequest UpdateDialog::request() const
{
    api::UpdateConnectionRequest request;
    request.setInactive = m_form->inactive->isEnabled() && m_form->inactive->isChecked();
    if (m_form->dailyRefresh->isChecked() != m_connection.dailyRefresh) {
        request.dailyRefresh = m_form->dailyRefresh->isChecked();
    }
    if (m_form->storeCredentials->isChecked() != m_connection.storeCredentials) {
        request.storeCredentials = m_form->storeCredentials->isChecked();
    }
    return request;
}

void UpdateDialog::showChanges()
{
    const api::UpdateConnectionRequest changed = request();
    QStringList lines;
    if (changed.dailyRefresh) {
        lines << (*changed.dailyRefresh ? tr("Daily refresh: off → on") : tr("Daily refresh: on → off"));
    }
    if (changed.storeCredentials) {
        lines << (*changed.storeCredentials ? tr("Stored credentials: no → yes") : tr("Stored credentials: yes → no"));
    }
    if (changed.setInactive) {
        lines << tr("Status: %1 → inactive").arg(m_connection.statusText);
    }
    m_form->changes->setMuted(lines.isEmpty());
    m_form->changes->setText(lines.isEmpty() ? tr("Nothing is changed yet.") : lines.join(u'\n'));
    // Three lines are kept free, so that the buttons stay under the pointer.
    m_form->changes->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_form->changes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    findChild<QPushButton *>(u"update"_s)->setEnabled(!changed.isEmpty());
}

} // namespace saltdesk::ui
