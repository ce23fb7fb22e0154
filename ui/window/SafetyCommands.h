// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace saltdesk::models {
class Workspace;
struct AuditVerdict;
} // namespace saltdesk::models

namespace saltdesk::ui {

class AuditDialog;
class MessageBar;
class WindowActions;
struct ActionsState;

/// What keeps customers safe and changes traceable: the lock of the writes, the audit trail, and forgetting a customer.
/// A trail that is broken, or can't be written, is told in a message that stays.
class SafetyCommands : public QObject
{
    Q_OBJECT

public:
    /// Borrows all four: does what its three of the actions say, and tells of the trail in `bar`. `window` is the
    /// parent of the dialogs and owns this.
    SafetyCommands(models::Workspace &workspace, const WindowActions &actions, MessageBar &bar, QMainWindow &window);

    /// Fills in what concerns the lock and the trail.
    void tellState(ActionsState &state) const;

private:
    /// Locks at once; unlocking asks for the reason first.
    void toggleLock();
    void showAuditTrail();
    /// The one in front of the agent; asks first.
    void forgetCustomer();
    void watchTrail();
    void tellVerdict(const models::AuditVerdict &verdict);
    void tellNotRecorded(const QString &why);
    void forget(const QString &customer, const QString &label);

    models::Workspace &m_workspace;
    MessageBar &m_bar;
    QMainWindow &m_window;
    QPointer<AuditDialog> m_viewer;
    /// An entry could not be written, and none was since.
    bool m_isLosing = false;
};

} // namespace saltdesk::ui
