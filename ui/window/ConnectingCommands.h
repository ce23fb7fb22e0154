// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectLink.h"
#include "connecting/ConnectionChoices.h"
#include "privacy/ClipboardSecret.h"
#include "types/Ids.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

class QWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class ConnectDialog;

/// What "New connection", "Reconnect" and "Connect link" do: the dialogs, and what has to be looked after when they are
/// closed. Borrows the workspace; child of the window, which is the dialogs' parent.
class ConnectingCommands : public QObject
{
    Q_OBJECT

public:
    ConnectingCommands(models::Workspace &workspace, QWidget *window);

    void createNew();
    void reconnect(const api::ConnectionId &id);
    /// For this connection, or for a new one of the customer when it is empty.
    void giveLink(const api::ConnectionId &id);
    /// With which the customer refreshes this connection himself, under the consent that he gave.
    void giveRefreshLink(const api::ConnectionId &id);

signals:
    /// There is a new connection, and the table has it.
    void made(const saltdesk::api::ConnectionId &connection);
    /// An attempt goes on whose dialog was closed.
    void leftRunning(const saltdesk::api::ConnectionId &connection);
    /// No browser could be started for this address.
    void notOpened(const QUrl &address);

private:
    void open(ConnectDialog *dialog);
    void showLink(const models::ConnectionChoices &choices, const QString &bank);
    void askLink(const models::ConnectLink::Request &request, const api::CustomerId &customer, const QString &bank);
    void openAddress(const QUrl &address);
    void watchCustomer();
    [[nodiscard]] bool raiseOpen(const api::ConnectionId &id) const;

    models::Workspace &m_workspace;
    QWidget *m_window;
    /// Outlives the dialog of the link that was copied.
    ClipboardSecret m_clipboard;
    QTimer m_watch;
    QDeadlineTimer m_watchEnd;
    api::CustomerId m_watched;
};

} // namespace saltdesk::ui
