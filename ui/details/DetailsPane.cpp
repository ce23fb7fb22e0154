// SPDX-License-Identifier: Apache-2.0
#include "details/DetailsPane.h"

#include "details/AccountsPage.h"
#include "details/AttemptsPage.h"
#include "details/BankFacts.h"
#include "details/BeforeAfter.h"
#include "details/ConsentsPage.h"
#include "details/OverviewPage.h"
#include "details/RawView.h"
#include "details/RecordsPage.h"
#include "states/ErrorWords.h"
#include "theme/QuietScroll.h"
#include "theme/WrappedLabel.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace saltdesk::ui {

using models::NextAction;

DetailsPane::DetailsPane(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget)
    , m_tabs(new QTabWidget)
    , m_overview(new OverviewPage(workspace.past()))
    , m_consents(new ConsentsPage(workspace.history()))
    , m_raw(new RawView)
{
    build();
    models::ConnectionsModel &connections = workspace.connections();
    connect(&connections, &models::ConnectionsModel::connectionChanged, this, [this](const api::ConnectionId &id) {
        if (id == m_id) {
            connectionChanged();
        }
    });
    connect(&connections, &QAbstractItemModel::modelReset, this, &DetailsPane::showOverview);
    connect(&workspace.openConnection(), &models::OpenConnection::changed, this, [this] {
        wantStages();
        showOverview();
        showRaw();
    });
    connect(&workspace.providers(), &models::ProviderDirectory::known, this, &DetailsPane::showOverview);
    connect(&workspace.lastAttempt(), &models::AttemptReading::arrived, this, &DetailsPane::showOverview);
    connect(&workspace.past(), &models::PastReading::arrived, this, &DetailsPane::showOverview);
    connect(m_overview, &OverviewPage::noteWanted, this, &DetailsPane::noteWanted);
    connect(m_overview, &OverviewPage::noteRemovalWanted, this, &DetailsPane::noteRemovalWanted);
    connect(m_overview, &OverviewPage::actionWanted, this, &DetailsPane::actionWanted);
    connect(m_overview, &OverviewPage::copyWanted, this, &DetailsPane::copyWanted);
}

void DetailsPane::build()
{
    auto *nothing = new WrappedLabel;
    nothing->setText(tr("Choose a connection to see what is wrong with it."));
    nothing->setMuted(true);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setContentsMargins(24, 24, 24, 24);

    QScrollArea *scroll = quietScroll(m_overview);
    scroll->setAccessibleName(tr("Overview of the connection"));

    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setAccessibleName(tr("Details"));
    m_tabs->tabBar()->setExpanding(false);
    // Five words fit beside the table; the pane is never narrower than they are, whatever the font.
    m_tabs->tabBar()->setUsesScrollButtons(false);
    m_tabs->addTab(scroll, tr("Overview"));
    m_tabs->addTab(new AttemptsPage(m_workspace.history(), m_workspace.chosenAttempt(), m_workspace.clock()),
                   tr("Attempts"));
    m_tabs->addTab(m_consents, tr("Consents"));
    m_tabs->addTab(new AccountsPage(m_workspace.history(), m_workspace.holder()), tr("Accounts"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->setAccessibleName(tr("Details"));

    m_stack->addWidget(nothing);
    m_stack->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setMinimumHeight(160);
}

void DetailsPane::show(const api::ConnectionId &id)
{
    m_id = id;
    models::OpenConnection &open = m_workspace.openConnection();
    if (id.isEmpty()) {
        open.close();
    } else {
        open.open(id);
    }
    m_workspace.history().open(id);
    m_workspace.holder().open(id);
    const auto connection = m_workspace.connections().summary(id);
    m_workspace.past().open(connection);
    if (connection) {
        m_seenAttempt = connection->attemptId;
        m_seenRunning = connection->fetching;
        m_workspace.providers().want(connection->providerCode, connection->countryCode);
    }
    showOverview();
    showRaw();
}

void DetailsPane::connectionChanged()
{
    showOverview();
    const auto connection = m_workspace.connections().summary(m_id);
    if (!connection || (connection->attemptId == m_seenAttempt && connection->fetching == m_seenRunning)) {
        return;
    }
    // Not at every stage: the history is read again when an attempt begins and when it ends.
    m_seenAttempt = connection->attemptId;
    m_seenRunning = connection->fetching;
    m_workspace.history().readAgain();
}

/// Once the agent has settled on a connection, its last attempt is read with all its stages.
void DetailsPane::wantStages()
{
    const auto connection = m_workspace.connections().summary(m_id);
    if (connection && connection->hasAttempt && m_workspace.openConnection().document()) {
        m_workspace.lastAttempt().want(m_id, connection->attemptId, connection->fetching);
    }
}

void DetailsPane::setPossible(NextAction action, bool possible)
{
    if (m_possible.contains(action) == possible) {
        return;
    }
    possible ? static_cast<void>(m_possible.insert(action)) : static_cast<void>(m_possible.remove(action));
    showOverview();
}

QString DetailsPane::sentenceForCustomer() const
{
    return m_id.isEmpty() ? QString() : m_overview->sentenceForCustomer();
}

void DetailsPane::showNextTab()
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
}

void DetailsPane::refreshTimes()
{
    showOverview();
}

bool DetailsPane::isTicking() const
{
    return !m_id.isEmpty() && m_overview->isTicking();
}

const api::Stage *DetailsPane::waitingQuestion() const
{
    const models::OpenConnection &open = m_workspace.openConnection();
    return open.id() == m_id && open.document() ? models::askingStage(open.document()->connection) : nullptr;
}

void DetailsPane::showOverview()
{
    const auto connection = m_id.isEmpty() ? std::nullopt : m_workspace.connections().summary(m_id);
    m_stack->setCurrentIndex(connection ? 1 : 0);
    if (!connection) {
        return;
    }
    const QDateTime now = m_workspace.clock().now();
    const NextAction action = models::diagnose(*connection, now).action;
    const bool possible = m_possible.contains(action);
    const api::Provider *provider = m_workspace.providers().find(connection->providerCode);
    m_overview->show(*connection, now, possible, bankFacts(provider, waitingQuestion()),
                     m_workspace.lastAttempt().attempt());
    const models::ConnectionSummary *before = m_workspace.before().of(m_id);
    m_overview->showProof(before == nullptr ? QString() : beforeAfterWords(*before, *connection, now),
                          countsSeconds(*connection, now));
}

void DetailsPane::showRaw()
{
    const models::OpenConnection &open = m_workspace.openConnection();
    const bool same = open.id() == m_id && !m_id.isEmpty();
    if (same && open.document()) {
        return m_raw->show(open.document()->raw, {});
    }
    if (same && open.error()) {
        const ErrorWords words = errorWords(*open.error());
        const QString note = tr("The connection could not be read. %1 %2\n%3");
        return m_raw->show({}, note.arg(words.why, words.whatToDo, words.fine));
    }
    m_raw->show({}, m_id.isEmpty() ? QString() : tr("Reading…"));
}

} // namespace saltdesk::ui
