// SPDX-License-Identifier: Apache-2.0
#include "window/ConnectingCommands.h"

#include "connecting/ConnectDialog.h"
#include "connecting/ConsentTerms.h"
#include "link/BrowserOpening.h"
#include "link/ConnectLinkDialog.h"
#include "workspace/Workspace.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace saltdesk::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto watchPace = 10s;
/// A link is opened within a minute and used within some ten (reference 4.9).
constexpr auto watchSpan = 12min;
} // namespace

ConnectingCommands::ConnectingCommands(models::Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_clipboard(*QGuiApplication::clipboard())
{
    m_watch.setInterval(watchPace);
    connect(&m_watch, &QTimer::timeout, this, &ConnectingCommands::watchCustomer);
}

void ConnectingCommands::createNew()
{
    if (!raiseOpen({})) {
        open(new ConnectDialog(m_workspace, m_window));
    }
}

void ConnectingCommands::reconnect(const api::ConnectionId &id)
{
    const auto connection = m_workspace.connections().summary(id);
    if (connection && !raiseOpen(id)) {
        open(new ConnectDialog(m_workspace, *connection, m_window));
    }
}

void ConnectingCommands::giveLink(const api::ConnectionId &id)
{
    models::ConnectionChoices choices;
    const auto connection = m_workspace.connections().summary(id);
    if (connection) {
        choices.customer = connection->customerId;
        choices.reconnects = id;
    } else if (m_workspace.scope().customer()) {
        choices.customer = m_workspace.scope().customer()->id;
    } else {
        return;
    }
    // The page itself shows the consent and asks for it; this is the least that it may ask.
    choices.consent.scopes = models::scopeNames(models::ConsentScope::Accounts | models::ConsentScope::Transactions);
    if (const QString locale = m_workspace.environment().locale; !locale.isEmpty()) {
        choices.attempt.locale = locale;
    }
    showLink(choices, connection ? connection->providerName : QString());
}

bool ConnectingCommands::raiseOpen(const api::ConnectionId &id) const
{
    const auto dialogs = m_window->findChildren<ConnectDialog *>();
    const auto found = std::ranges::find_if(
        dialogs, [&id](const ConnectDialog *dialog) { return dialog->isVisible() && dialog->connection() == id; });
    if (found == dialogs.end()) {
        return false;
    }
    (*found)->raise();
    (*found)->activateWindow();
    return true;
}

void ConnectingCommands::open(ConnectDialog *dialog)
{
    connect(dialog, &ConnectDialog::linkWanted, this, &ConnectingCommands::showLink);
    connect(dialog, &ConnectDialog::openWanted, this, &ConnectingCommands::openAddress);
    connect(dialog, &ConnectDialog::made, this, &ConnectingCommands::made);
    connect(dialog, &ConnectDialog::leftRunning, this, &ConnectingCommands::leftRunning);
    dialog->show();
}

void ConnectingCommands::giveRefreshLink(const api::ConnectionId &id)
{
    if (const auto connection = m_workspace.connections().summary(id)) {
        api::RefreshConnectSessionRequest request;
        request.connectionId = id;
        askLink(request, connection->customerId, connection->providerName);
    }
}

void ConnectingCommands::showLink(const models::ConnectionChoices &choices, const QString &bank)
{
    choices.isReconnect() ? askLink(models::reconnectSessionRequest(choices), choices.customer, bank)
                          : askLink(models::createSessionRequest(choices), choices.customer, bank);
}

void ConnectingCommands::askLink(const models::ConnectLink::Request &request, const api::CustomerId &customer,
                                 const QString &bank)
{
    auto *link = new models::ConnectLink(m_workspace.client(), m_workspace.clock());
    const auto &shown = m_workspace.scope().customer();
    const QString label = shown && shown->id == customer ? m_workspace.scope().customerLabel() : customer.toString();
    auto *dialog = new ConnectLinkDialog(*link, m_clipboard, label, bank, m_workspace.environment().kind, m_window);
    link->setParent(dialog);
    connect(dialog, &ConnectLinkDialog::openWanted, this, &ConnectingCommands::openAddress);
    link->ask(request);
    dialog->show();
    m_watched = customer;
    m_watchEnd.setRemainingTime(watchSpan);
    m_watch.start();
}

/// The customer types at a page of Salt Edge: nothing tells us but his list.
void ConnectingCommands::watchCustomer()
{
    const auto &customer = m_workspace.scope().customer();
    if (m_watchEnd.hasExpired() || !customer || customer->id != m_watched) {
        m_watch.stop();
        return;
    }
    m_workspace.scope().readAgain();
}

void ConnectingCommands::openAddress(const QUrl &address)
{
    if (!openInBrowser(address)) {
        emit notOpened(address);
    }
}

} // namespace saltdesk::ui
