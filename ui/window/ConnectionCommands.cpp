// SPDX-License-Identifier: Apache-2.0
#include "window/ConnectionCommands.h"

#include "dialogs/RemoveDialog.h"
#include "dialogs/RevokeDialog.h"
#include "dialogs/UpdateDialog.h"
#include "states/MessageBar.h"
#include "workspace/Workspace.h"

namespace saltdesk::ui {

ConnectionCommands::ConnectionCommands(models::Workspace &workspace, MessageBar &undo,
                                       std::chrono::milliseconds undoSpan, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_undo(undo)
    , m_window(window)
    , m_removal(undoSpan)
{
    connect(&m_undo, &MessageBar::actionTriggered, &m_removal, &PendingRemoval::undo);
    connect(&m_removal, &PendingRemoval::changed, this, &ConnectionCommands::showPending);
    connect(&m_removal, &PendingRemoval::due, this, [this](const api::ConnectionId &id) {
        m_workspace.operations().remove(id);
        emit changed();
    });
}

bool ConnectionCommands::isBusy(const api::ConnectionId &id) const
{
    const bool leaving = m_removal.connection() && m_removal.connection()->id == id;
    return leaving || m_workspace.operations().isBusy(id);
}

void ConnectionCommands::refresh(const api::ConnectionId &id)
{
    m_workspace.operations().refresh(id);
    emit changed();
}

void ConnectionCommands::update(const api::ConnectionId &id)
{
    const auto connection = m_workspace.connections().summary(id);
    if (!connection) {
        return;
    }
    auto *dialog = new UpdateDialog(*connection, m_workspace.environment().kind, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        m_workspace.operations().update(id, dialog->request());
        emit changed();
    });
    dialog->open();
}

void ConnectionCommands::remove(const api::ConnectionId &id)
{
    const auto connection = m_workspace.connections().summary(id);
    if (!connection) {
        return;
    }
    auto *dialog = new RemoveDialog(*connection, m_workspace.environment().kind, m_window);
    connect(dialog, &QDialog::accepted, this, [this, connection = *connection] {
        m_removal.start(connection);
        emit changed();
    });
    dialog->open();
}

void ConnectionCommands::revoke(const api::ConnectionId &id, const std::optional<api::Consent> &consent)
{
    const auto connection = m_workspace.connections().summary(id);
    if (!connection || !consent) {
        return;
    }
    auto *dialog = new RevokeDialog(*connection, *consent, m_workspace.environment().kind, m_window);
    connect(dialog, &QDialog::accepted, this, [this, id, consent = consent->id] {
        m_workspace.operations().revoke(id, consent);
        emit changed();
    });
    dialog->open();
}

void ConnectionCommands::showPending()
{
    if (!m_removal.connection()) {
        m_undo.clear();
        emit changed();
        return;
    }
    const QString bank = m_removal.connection()->providerName;
    const auto seconds = int(m_removal.left().count());
    const QString title = tr("%1 is removed in %2 s").arg(bank).arg(seconds);
    if (title != m_undo.message().title) {
        m_undo.tell({.tone = models::Tone::Warning,
                     .title = title,
                     .text = tr("Nothing has been sent yet."),
                     .actionText = tr("Undo")});
    }
}

} // namespace saltdesk::ui
