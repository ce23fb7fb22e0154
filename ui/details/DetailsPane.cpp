// SPDX-License-Identifier: Apache-2.0
#include "details/DetailsPane.h"

#include "connections/ConnectionsModel.h"
#include "connections/OpenConnection.h"
#include "details/OverviewPage.h"
#include "details/RawView.h"
#include "states/ErrorWords.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace saltdesk::ui {

using models::NextAction;

DetailsPane::DetailsPane(models::ConnectionsModel &connections, models::OpenConnection &open, const api::Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_open(open)
    , m_clock(clock)
    , m_stack(new QStackedWidget)
    , m_tabs(new QTabWidget)
    , m_overview(new OverviewPage)
    , m_raw(new RawView)
{
    build();
    connect(&connections, &models::ConnectionsModel::connectionChanged, this, [this](const api::ConnectionId &id) {
        if (id == m_id) {
            showOverview();
        }
    });
    connect(&connections, &QAbstractItemModel::modelReset, this, &DetailsPane::showOverview);
    connect(&open, &models::OpenConnection::changed, this, &DetailsPane::showRaw);
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

    auto *scroll = new QScrollArea;
    scroll->setWidget(m_overview);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Overview of the connection"));
    scroll->setFocusPolicy(Qt::NoFocus);

    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setAccessibleName(tr("Details"));
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(scroll, tr("Overview"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->setAccessibleName(tr("Details"));

    m_stack->addWidget(nothing);
    m_stack->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setMinimumWidth(300);
    setMinimumHeight(160);
}

void DetailsPane::show(const api::ConnectionId &id)
{
    m_id = id;
    if (id.isEmpty()) {
        m_open.close();
    } else {
        m_open.open(id);
    }
    showOverview();
    showRaw();
}

void DetailsPane::setActionPossible(NextAction action, bool possible)
{
    bool &known = action == NextAction::Refresh ? m_canRefresh : m_canRemove;
    if (known != possible) {
        known = possible;
        showOverview();
    }
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

void DetailsPane::showOverview()
{
    const auto connection = m_id.isEmpty() ? std::nullopt : m_connections.summary(m_id);
    m_stack->setCurrentIndex(connection ? 1 : 0);
    if (!connection) {
        return;
    }
    const QDateTime now = m_clock.now();
    const NextAction action = models::diagnose(*connection, now).action;
    const bool possible =
        (action == NextAction::Refresh && m_canRefresh) || (action == NextAction::Remove && m_canRemove);
    m_overview->show(*connection, now, possible);
}

void DetailsPane::showRaw()
{
    const bool same = m_open.id() == m_id && !m_id.isEmpty();
    if (same && m_open.document()) {
        return m_raw->show(m_open.document()->raw, {});
    }
    if (same && m_open.error()) {
        const ErrorWords words = errorWords(*m_open.error());
        const QString note = tr("The connection could not be read. %1 %2\n%3");
        return m_raw->show({}, note.arg(words.why, words.whatToDo, words.fine));
    }
    m_raw->show({}, m_id.isEmpty() ? QString() : tr("Reading…"));
}

} // namespace saltdesk::ui
