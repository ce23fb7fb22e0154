// SPDX-License-Identifier: Apache-2.0
#include "window/ContentArea.h"

#include "connections/ConnectionsView.h"
#include "states/ErrorWords.h"
#include "states/MessageBar.h"
#include "states/StatePage.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace saltdesk::ui {

using models::ConnectionsModel;
using models::CustomerScope;
using namespace Qt::Literals::StringLiterals;

ContentArea::ContentArea(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_condition(new MessageBar)
    , m_history(new MessageBar)
    , m_safety(new MessageBar)
    , m_banner(new MessageBar)
    , m_questions(new MessageBar)
    , m_undo(new MessageBar)
    , m_outcome(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_table(new ConnectionsView(workspace.connections()))
    , m_page(new StatePage)
{
    m_safety->setDismissable(false);
    m_banner->setDismissable(false);
    m_questions->setDismissable(false);
    m_undo->setDismissable(false);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_condition);
    column->addWidget(m_history);
    column->addWidget(m_safety);
    column->addWidget(m_banner);
    column->addWidget(m_questions);
    column->addWidget(m_undo);
    column->addWidget(m_outcome);
    column->addWidget(m_stack, 1);
    setMinimumWidth(320);
    follow();
    showState();
}

bool ContentArea::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ContentArea::follow()
{
    connect(&m_workspace.scope(), &CustomerScope::changed, this, [this] {
        showState();
        showBanner();
    });
    connect(&m_workspace.connections(), &ConnectionsModel::countsChanged, this, &ContentArea::showState);
    connect(&m_workspace.connections(), &QAbstractItemModel::rowsInserted, this, &ContentArea::showState);
    connect(&m_workspace.connections(), &QAbstractItemModel::rowsRemoved, this, &ContentArea::showState);
    connect(&m_workspace.connections(), &QAbstractItemModel::modelReset, this, &ContentArea::showState);
    connect(&m_workspace.connections(), &QAbstractItemModel::layoutChanged, this, &ContentArea::showState);
    connect(m_page, &StatePage::actionWanted, this, &ContentArea::actionWanted);
    connect(m_banner, &MessageBar::actionTriggered, this, [this] { emit actionWanted(PageAction::ReadAgain); });
}

void ContentArea::showState()
{
    const bool had = showsTable();
    const PageState state = pageState(m_workspace.environment(), m_workspace.scope(), m_workspace.connections());
    if (!state.isTable()) {
        m_page->show(state);
    }
    m_stack->setCurrentIndex(state.isTable() ? 0 : 1);
    if (had != showsTable()) {
        emit pageChanged();
    }
}

void ContentArea::showBanner()
{
    const CustomerScope &scope = m_workspace.scope();
    const bool stale = scope.state() == CustomerScope::State::Shown && scope.error().has_value();
    if (!stale) {
        return m_banner->clear();
    }
    const QString when = scope.readAt().toLocalTime().toString(u"HH:mm"_s);
    const QString title =
        scope.readAt().isValid() ? tr("Showing what was read at %1").arg(when) : tr("The list is not complete");
    Message message = errorMessage(title, *scope.error());
    message.tone = models::Tone::Warning;
    message.actionText = tr("Read again");
    if (message != m_banner->message()) {
        m_banner->tell(message);
    }
}

} // namespace saltdesk::ui
