// SPDX-License-Identifier: Apache-2.0
#include "escalation/EscalationCommands.h"

#include "details/DetailsPane.h"
#include "privacy/CopiedText.h"
#include "privacy/VeiledPicture.h"
#include "ticket/Ticket.h"
#include "window/WindowActions.h"
#include "workspace/Workspace.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace saltdesk::ui {

namespace {

std::vector<api::Exchange> exchangesOf(const models::ActivityModel &activity)
{
    std::vector<api::Exchange> exchanges;
    for (int row = 0; row < activity.rowCount(); ++row) {
        exchanges.push_back(activity.exchange(row));
    }
    return exchanges;
}

} // namespace

EscalationCommands::EscalationCommands(models::Workspace &workspace, const WindowActions &actions, DetailsPane &details,
                                       QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_details(details)
{
    connect(actions.copySentence, &QAction::triggered, this, &EscalationCommands::copySentence);
    connect(&details, &DetailsPane::copyWanted, this, &EscalationCommands::copySentence);
    connect(actions.copyTicket, &QAction::triggered, this, &EscalationCommands::copyTicket);
    connect(actions.copyPicture, &QAction::triggered, this, &EscalationCommands::copyPicture);
}

void EscalationCommands::copySentence()
{
    const QString sentence = m_details.sentenceForCustomer();
    if (!sentence.isEmpty()) {
        copyRedacted(sentence);
        emit told(tr("Copied: %1").arg(sentence));
    }
}

void EscalationCommands::copyTicket()
{
    const auto connection = m_workspace.connections().summary(m_details.shown());
    if (!connection) {
        return;
    }
    std::optional<api::Attempt> attempt = m_workspace.lastAttempt().attempt();
    if (attempt && attempt->id != connection->attemptId) {
        attempt.reset();
    }
    const models::Ticket ticket = models::ticketFor({.connection = *connection,
                                                     .attempt = attempt,
                                                     .exchanges = exchangesOf(m_workspace.activity()),
                                                     .environment = m_workspace.environment().kind,
                                                     .version = QCoreApplication::applicationVersion(),
                                                     .now = m_workspace.clock().now()});
    copyRedacted(ticket.text());
    emit told(tr("Copied a ticket: %1").arg(ticket.subject));
}

void EscalationCommands::copyPicture()
{
    if (m_details.shown().isEmpty()) {
        return;
    }
    QGuiApplication::clipboard()->setPixmap(veiledPicture(m_details));
    emit told(tr("Copied a picture of the details in which names are veiled"));
}

} // namespace saltdesk::ui
