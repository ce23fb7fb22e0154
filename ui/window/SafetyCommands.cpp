// SPDX-License-Identifier: Apache-2.0
#include "window/SafetyCommands.h"

#include "audit/AuditDialog.h"
#include "audit/AuditTrail.h"
#include "dialogs/ForgetDialog.h"
#include "dialogs/UnlockDialog.h"
#include "states/MessageBar.h"
#include "window/WindowActions.h"
#include "workspace/Workspace.h"

#include <QMainWindow>
#include <QStatusBar>

#include <utility>

namespace saltdesk::ui {

using models::Tone;

SafetyCommands::SafetyCommands(models::Workspace &workspace, const WindowActions &actions, MessageBar &bar,
                               QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_bar(bar)
    , m_window(window)
{
    connect(actions.lock, &QAction::triggered, this, &SafetyCommands::toggleLock);
    connect(actions.auditTrail, &QAction::triggered, this, &SafetyCommands::showAuditTrail);
    connect(actions.forgetCustomer, &QAction::triggered, this, &SafetyCommands::forgetCustomer);
    connect(&m_bar, &MessageBar::actionTriggered, this, &SafetyCommands::showAuditTrail);
    watchTrail();
}

void SafetyCommands::tellState(ActionsState &state) const
{
    const models::WriteLock &lock = m_workspace.writeLock();
    state.writesLocked = lock.isLocked();
    state.canLock = lock.canLock();
    state.canUnlock = lock.canUnlock();
    state.unlockedFor = lock.left();
    state.hasTrail = m_workspace.auditTrail() != nullptr;
}

void SafetyCommands::watchTrail()
{
    models::AuditTrail *trail = m_workspace.auditTrail();
    if (trail == nullptr) {
        return;
    }
    connect(trail, &models::AuditTrail::recorded, this, [this, trail] {
        if (std::exchange(m_isLosing, false)) {
            trail->verify();
        }
    });
    connect(trail, &models::AuditTrail::verified, this, &SafetyCommands::tellVerdict);
    connect(trail, &models::AuditTrail::notRecorded, this, &SafetyCommands::tellNotRecorded);
    if (trail->verdict()) {
        tellVerdict(*trail->verdict());
    }
}

void SafetyCommands::tellVerdict(const models::AuditVerdict &verdict)
{
    if (verdict.isIntact()) {
        return m_bar.clear();
    }
    m_bar.tell({.tone = Tone::Bad,
                .title = tr("The audit trail is not intact"),
                .text = models::auditVerdictSentence(verdict) + u' ' +
                        models::auditVerdictAdvice(verdict, m_workspace.auditTrail()->path()),
                .fine = {},
                .copyText = {},
                .actionText = tr("Show audit trail")});
}

void SafetyCommands::tellNotRecorded(const QString &why)
{
    m_isLosing = true;
    const Message message{.tone = Tone::Bad,
                          .title = tr("The audit trail could not be written"),
                          .text = why,
                          .fine = {},
                          .copyText = why,
                          .actionText = tr("Show audit trail")};
    m_bar.tell(message);
}

void SafetyCommands::toggleLock()
{
    models::WriteLock &lock = m_workspace.writeLock();
    if (!lock.isLocked()) {
        return lock.lock();
    }
    if (!lock.canUnlock()) {
        return;
    }
    const models::AuditTrail *trail = m_workspace.auditTrail();
    //: A person at a computer, as the operating system names both.
    const QString who = trail == nullptr ? QString() : tr("%1 at %2").arg(trail->actor().user, trail->actor().host);
    (new UnlockDialog(lock, m_workspace.environment().kind, who, &m_window))->open();
}

void SafetyCommands::showAuditTrail()
{
    models::AuditTrail *trail = m_workspace.auditTrail();
    if (trail == nullptr) {
        return;
    }
    if (m_viewer.isNull()) {
        m_viewer = new AuditDialog(*trail, &m_window);
    }
    m_viewer->show();
    m_viewer->raise();
    m_viewer->activateWindow();
}

void SafetyCommands::forgetCustomer()
{
    const std::optional<api::Customer> &customer = m_workspace.scope().customer();
    if (!customer) {
        return;
    }
    const QString id = customer->id.toString();
    const QString label = m_workspace.scope().customerLabel();
    auto *dialog = new ForgetDialog(label, id, m_workspace.traces().kinds(), m_workspace.environment().kind, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, id, label] { forget(id, label); });
    dialog->open();
}

void SafetyCommands::forget(const QString &customer, const QString &label)
{
    const models::ForgottenCustomer forgotten = m_workspace.forgetCustomer(api::CustomerId(customer));
    if (!forgotten.left.isEmpty()) {
        m_bar.tell(
            {.tone = Tone::Bad,
             .title = tr("Customer %1 is not forgotten completely").arg(label),
             .text = tr("These could not be removed: %1. Check that your settings and data can be written and that no "
                        "other Saltdesk is open, then forget the customer again.")
                         .arg(forgotten.left.join(QStringLiteral(", ")))});
    } else if (forgotten.notRecorded.isEmpty()) {
        m_window.statusBar()->showMessage(tr("The customer is forgotten on this computer."), 8000);
    }
}

} // namespace saltdesk::ui
