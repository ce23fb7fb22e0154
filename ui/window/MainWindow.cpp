// SPDX-License-Identifier: Apache-2.0
#include "window/MainWindow.h"

#include "connections/ConnectionsView.h"
#include "details/ConsentsPage.h"
#include "details/DetailsPane.h"
#include "dialogs/WarningsDialog.h"
#include "escalation/EscalationCommands.h"
#include "history/HistoryCommands.h"
#include "link/BrowserOpening.h"
#include "privacy/CopiedText.h"
#include "profiles/ProfileCommands.h"
#include "situation/RefreshAdvice.h"
#include "states/MessageBar.h"
#include "window/AppearanceMenu.h"
#include "window/ConnectingCommands.h"
#include "window/ConnectionCommands.h"
#include "window/ContentArea.h"
#include "window/DetailsSplitter.h"
#include "window/EnvironmentStrip.h"
#include "window/FilterBar.h"
#include "window/FindField.h"
#include "window/FirstLoad.h"
#include "window/NoticeCommands.h"
#include "window/OutcomeReporter.h"
#include "window/PrivacyCommands.h"
#include "window/QuestionPrompts.h"
#include "window/QuitQuestion.h"
#include "window/RecentCommands.h"
#include "window/SafetyCommands.h"
#include "window/StatusLine.h"
#include "window/ToolRow.h"
#include "window/ViewCommands.h"
#include "window/WindowTitle.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>

namespace saltdesk::ui {

using models::CustomerScope;
using models::NextAction;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QSize firstSize(const QWidget &window)
{
    return QSize(1440, 860).boundedTo(window.screen()->availableSize()).expandedTo({1280, 800});
}

} // namespace

MainWindow::MainWindow(models::Workspace &workspace, QWidget *parent, std::chrono::milliseconds removalWaits)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_actions(new WindowActions(this))
    , m_tools(new ToolRow(*m_actions))
    , m_filter(new FilterBar(workspace.connections()))
    , m_content(new ContentArea(workspace))
    , m_details(new DetailsPane(workspace))
    , m_splitter(new DetailsSplitter(m_content, m_details, firstSize(*this).width()))
    , m_status(new StatusLine(workspace))
    , m_commands(new ConnectionCommands(workspace, m_content->undo(), removalWaits, this))
    , m_connecting(new ConnectingCommands(workspace, this))
    , m_prompts(new QuestionPrompts(workspace, m_content->questions(), this))
    , m_reporter(new OutcomeReporter(workspace, m_content->outcome(), this))
    , m_safety(new SafetyCommands(workspace, *m_actions, m_content->safety(), *this))
    , m_quit(new QuitQuestion(workspace, m_commands->removal(), this))
    , m_firstLoad(new FirstLoad(workspace, this))
    , m_state(*this, m_content->table(), *m_splitter, workspace.environment().profileId)
{
    build();
    connect(m_firstLoad, &FirstLoad::ended, this, &MainWindow::firstLoadEnded);
    connect(m_quit, &QuitQuestion::kept, this, &MainWindow::keptOpen);
    connectActions();
    connectConnecting();
    connectContent();
    connectWorkspace();
    startTimers();
    m_state.restore();
    showTitle();
    showDetails();
    showActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    resize(firstSize(*this));
    setMinimumSize(640, 420);
    auto *top = new QWidget;
    auto *bar = new QMenuBar;
    m_actions->fill(*bar);
    auto *topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->setSpacing(0);
    topColumn->addWidget(new EnvironmentStrip(m_workspace.environment()));
    topColumn->addWidget(bar);
    setMenuWidget(top);

    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_filter);
    column->addWidget(m_splitter, 1);
    setCentralWidget(middle);
    setStatusBar(m_status);
    addCommands();
    for (QAction *action : m_actions->all()) {
        (action == m_actions->copyRows ? static_cast<QWidget *>(&m_content->table()) : this)->addAction(action);
    }
}

void MainWindow::addCommands()
{
    new RecentCommands(m_workspace, *m_actions, m_tools->findField(), this);
    new HistoryCommands(m_workspace, *m_actions, *m_details, m_content->history(), this);
    auto *escalation = new EscalationCommands(m_workspace, *m_actions, *m_details, this);
    connect(escalation, &EscalationCommands::told, this,
            [this](const QString &text) { m_status->showMessage(text, 4000); });
    m_privacy = new PrivacyCommands(m_workspace, *m_actions, *this);
    connect(m_privacy, &PrivacyCommands::hidesNamesChanged, this, &MainWindow::showTitle);
    m_details->consents().offer(*m_actions->revokeConsent);
    auto *notices = new NoticeCommands(m_workspace, *m_actions, m_content->table(), *m_filter, *this);
    connect(notices, &NoticeCommands::answerWanted, m_prompts, &QuestionPrompts::answer);
    new ViewCommands(*m_actions, *m_filter, *m_content, *m_details,
                     {m_tools, m_filter, m_content, m_details, &m_privacy->activityPanel()}, this);
    connect(m_actions->details, &QAction::toggled, this, &MainWindow::showDetails);
    connect(m_status, &StatusLine::warningsWanted, this,
            [this] { (new WarningsDialog(m_workspace.connections().warnings(), this))->open(); });
    // Nobody can undo what he can't see.
    connect(m_privacy, &PrivacyCommands::hiddenChanged, &m_commands->removal(),
            [this](bool hidden) { hidden ? m_commands->removal().hold() : m_commands->removal().resume(); });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto handler) { connect(action, &QAction::triggered, this, handler); };
    on(m_actions->find, [this] { m_tools->findField().begin(); });
    on(m_actions->readAgain, [this] { m_workspace.readAgain(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->refresh, [this] { m_commands->refresh(m_chosen); });
    on(m_actions->update, [this] { m_commands->update(m_chosen); });
    on(m_actions->remove, [this] { m_commands->remove(m_chosen); });
    on(m_actions->revokeConsent, [this] { m_commands->revoke(m_chosen, m_details->consents().chosen()); });
    on(m_actions->copyRows, [this] { copyRedacted(m_content->table().copiedRows()); });
}

void MainWindow::connectConnecting()
{
    const auto on = [this](QAction *action, auto handler) { connect(action, &QAction::triggered, this, handler); };
    on(m_actions->createNew, [this] { m_connecting->createNew(); });
    on(m_actions->reconnect, [this] { m_connecting->reconnect(m_chosen); });
    on(m_actions->giveLink, [this] { m_connecting->giveLink(m_chosen); });
    on(m_actions->giveRefreshLink, [this] { m_connecting->giveRefreshLink(m_chosen); });
    on(m_actions->answer, [this] { m_prompts->answerOldest(); });
    connect(m_connecting, &ConnectingCommands::made, this,
            [this](const api::ConnectionId &id) { m_content->table().chooseRow(m_workspace.connections().rowOf(id)); });
    connect(m_connecting, &ConnectingCommands::leftRunning, m_reporter, &OutcomeReporter::followOn);
    connect(m_connecting, &ConnectingCommands::notOpened, this, [this](const QUrl &address) {
        m_status->showMessage(tr("No browser could be opened for %1").arg(address.host()), 8000);
    });
    connect(m_prompts, &QuestionPrompts::openWanted, this, [](const QUrl &address) { openInBrowser(address); });
    connect(&m_workspace.questions(), &models::QuestionQueue::changed, this, &MainWindow::showActions);
}

void MainWindow::connectContent()
{
    ConnectionsView &table = m_content->table();
    connect(&m_tools->findField(), &FindField::wanted, this,
            [this](const QString &text, const api::ConnectionId &connection) {
                m_filter->clear();
                m_workspace.scope().find(text, connection);
            });
    connect(m_filter, &FilterBar::rowsWanted, &table, [&table] { table.setFocus(Qt::TabFocusReason); });
    connect(&table, &ConnectionsView::chosenChanged, this, &MainWindow::choose);
    connect(&table, &QWidget::customContextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_content, &ContentArea::actionWanted, this, &MainWindow::actOnPage);
    connect(m_details, &DetailsPane::actionWanted, this, &MainWindow::act);
    connect(&m_details->consents(), &ConsentsPage::chosenChanged, this, &MainWindow::showActions);
    connect(m_commands, &ConnectionCommands::changed, this, &MainWindow::showActions);
}

void MainWindow::connectWorkspace()
{
    CustomerScope &scope = m_workspace.scope();
    connect(&scope, &CustomerScope::firstReadingEnded, this, &MainWindow::chooseFirst);
    connect(&scope, &CustomerScope::changed, this, [this] {
        m_tools->findField().showSearched(m_workspace.scope().searchedFor());
        if (m_chosen.isEmpty() && m_workspace.scope().state() == CustomerScope::State::Shown) {
            chooseFirst();
        }
        showTitle();
        showActions();
    });
    connect(&m_workspace.connections(), &models::ConnectionsModel::connectionChanged, this,
            [this](const api::ConnectionId &id) {
                if (id == m_chosen) {
                    showActions();
                }
            });
    connect(&m_workspace.connections(), &QAbstractItemModel::modelReset, this, &MainWindow::showActions);
    connect(&m_workspace.connections(), &models::ConnectionsModel::countsChanged, this, &MainWindow::showDetails);
    connect(&m_workspace.operations(), &models::ConnectionOperations::started, this, &MainWindow::showActions);
    connect(&m_workspace.operations(), &models::ConnectionOperations::ended, this, &MainWindow::showActions);
    connect(&m_workspace.writeLock(), &models::WriteLock::changed, this, &MainWindow::showActions);
}

void MainWindow::startTimers()
{
    m_times.setInterval(30s);
    connect(&m_times, &QTimer::timeout, this, [this] {
        m_workspace.connections().refreshTimes();
        m_workspace.history().refreshTimes();
        m_details->refreshTimes();
    });
    m_times.start();
    // Runs only while something counts down or a stage is running; see showActions().
    m_seconds.setInterval(1s);
    connect(&m_seconds, &QTimer::timeout, this, [this] {
        if (m_details->isTicking()) {
            m_details->refreshTimes();
        }
        showActions();
    });
}

void MainWindow::offerAppearance(Theme &theme)
{
    addAppearanceMenu(*m_actions->viewMenu(), theme);
}

void MainWindow::offerProfiles(ProfileCommands &profiles)
{
    m_actions->addMenu(*profiles.menu());
    m_tools->addProfiles(*profiles.menu(), m_workspace.environment());
}

void MainWindow::tellCondition(const QString &text)
{
    m_content->condition().tell({.tone = models::Tone::Warning, .title = text});
}

void MainWindow::showContextMenu(const QPoint &position)
{
    ConnectionsView &table = m_content->table();
    if (m_chosen.isEmpty()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillContextMenu(*menu);
    menu->popup(table.viewport()->mapToGlobal(position));
}

void MainWindow::chooseFirst()
{
    models::ConnectionsModel &model = m_workspace.connections();
    const api::ConnectionId wanted = m_workspace.scope().wantedConnection();
    const int row = wanted.isEmpty() ? -1 : model.rowOf(wanted);
    m_content->table().chooseRow(row >= 0 ? row : model.worstRow());
    if (m_tools->findField().hasFocus() && m_content->showsTable()) {
        m_content->table().setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::showTitle()
{
    const QString customer = m_privacy->mayName(m_workspace.scope().customerLabel());
    setWindowTitle(mainWindowTitle(m_workspace.environment().kind, customer));
}

ActionsState MainWindow::actionsState() const
{
    ActionsState state;
    state.connection = m_chosen.isEmpty() ? std::nullopt : m_workspace.connections().summary(m_chosen);
    state.busy = m_commands->isBusy(m_chosen);
    m_safety->tellState(state);
    state.removalWaits = m_commands->removal().connection().has_value();
    state.hasSentence = !m_details->sentenceForCustomer().isEmpty();
    state.hasConsent = m_details->consents().chosen().has_value();
    state.hasKeys = m_workspace.environment().hasKeys;
    state.hasCustomer = m_workspace.scope().customer().has_value();
    state.waiting = int(m_workspace.questions().waiting().size());
    state.canRead = state.hasCustomer || !m_workspace.scope().searchedFor().isEmpty();
    state.limits = m_workspace.environment().recommendedLimits ? models::RefreshLimits::Recommended
                                                               : models::RefreshLimits::ApiOnly;
    state.now = m_workspace.clock().now();
    return state;
}

void MainWindow::showActions()
{
    const ActionsState state = actionsState();
    m_actions->show(state);
    m_details->setPossible(NextAction::Refresh, m_actions->refresh->isEnabled());
    m_details->setPossible(NextAction::Remove, m_actions->remove->isEnabled());
    m_details->setPossible(NextAction::Reconnect, m_actions->reconnect->isEnabled());
    m_details->setPossible(NextAction::Answer, m_workspace.questions().find(m_chosen) != nullptr);

    const bool waits = state.connection && models::refreshAdvice(*state.connection, state.now, state.limits).kind ==
                                               models::RefreshAdvice::Kind::Later;
    const bool unlocked = state.canLock && !state.writesLocked;
    if (waits || unlocked || m_details->isTicking()) {
        if (!m_seconds.isActive()) {
            m_seconds.start();
        }
    } else {
        m_seconds.stop();
    }
}

void MainWindow::choose(const api::ConnectionId &id)
{
    m_chosen = id;
    m_details->show(id);
    showActions();
}

void MainWindow::showDetails()
{
    // Without any connection the page that says why has the whole width.
    m_details->setVisible(m_actions->details->isChecked() && m_workspace.connections().total() > 0);
}

void MainWindow::act(NextAction action)
{
    switch (action) {
    case NextAction::Refresh:
        return m_actions->refresh->trigger();
    case NextAction::Remove:
        return m_actions->remove->trigger();
    case NextAction::Reconnect:
        return m_actions->reconnect->trigger();
    case NextAction::Answer:
        return m_prompts->answer(m_chosen);
    case NextAction::None:
        break;
    }
}

void MainWindow::actOnPage(PageAction action)
{
    switch (action) {
    case PageAction::None:
        return;
    case PageAction::ClearFilters:
        return m_filter->clear();
    case PageAction::ReadAgain:
        return m_workspace.readAgain();
    case PageAction::Find:
        return m_tools->findField().begin();
    case PageAction::Cancel:
        return m_workspace.scope().cancel();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_splitter->adapt(width());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_tools->findField().setFocus();
    m_firstLoad->windowShown();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_state.save();
    if (!m_quit->mayClose()) {
        return event->ignore();
    }
    m_workspace.recent().leftAt(m_chosen);
    QMainWindow::closeEvent(event);
    emit closed();
}

} // namespace saltdesk::ui
