// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Consent.h"
#include "types/Ids.h"
#include "window/PendingRemoval.h"

#include <QObject>

#include <chrono>
#include <optional>

class QWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class MessageBar;

/// What the actions on one connection do: the dialogs before it, the moment to undo a removal, and the operation.
class ConnectionCommands : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs; `undo` tells of a removal that waits.
    ConnectionCommands(models::Workspace &workspace, MessageBar &undo, std::chrono::milliseconds undoSpan,
                       QWidget *window);

    void refresh(const api::ConnectionId &id);
    void update(const api::ConnectionId &id);
    void remove(const api::ConnectionId &id);
    /// Nothing: there is none to revoke.
    void revoke(const api::ConnectionId &id, const std::optional<api::Consent> &consent);
    /// A write to it, or its removal, is under way.
    [[nodiscard]] bool isBusy(const api::ConnectionId &id) const;
    /// Confirmed and not sent yet; one at a time.
    [[nodiscard]] PendingRemoval &removal() { return m_removal; }

signals:
    void changed();

private:
    void showPending();

    models::Workspace &m_workspace;
    MessageBar &m_undo;
    QWidget *m_window;
    PendingRemoval m_removal;
};

} // namespace saltdesk::ui
