// SPDX-License-Identifier: Apache-2.0
#include "details/ConsentsPage.h"

#include "details/RecordsPage.h"
#include "history/ConnectionHistory.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace saltdesk::ui {

using models::ConnectionHistory;

namespace {

bool isRevocable(const api::Consent &consent)
{
    return consent.status.known == api::ConsentStatus::Active;
}

} // namespace

ConsentsPage::ConsentsPage(ConnectionHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_table((new RecordsPage(history, ConnectionHistory::Part::Consents, this))->table())
    , m_revoke(new QToolButton)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(m_revoke);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(findChild<RecordsPage *>(), 1);
    column->addLayout(row);
    m_table.setSelectionMode(QAbstractItemView::SingleSelection);
    m_table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_table, &QWidget::customContextMenuRequested, this, &ConsentsPage::showContextMenu);
    connect(m_table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConsentsPage::chosenChanged);
    connect(&history, &ConnectionHistory::changed, this, [this](ConnectionHistory::Part part) {
        if (part == ConnectionHistory::Part::Consents) {
            chooseFirst();
            emit chosenChanged();
        }
    });
}

void ConsentsPage::offer(QAction &revoke)
{
    m_revoke->setDefaultAction(&revoke);
    m_revoke->setAccessibleName(revoke.text());
    m_revoke->setFocusPolicy(Qt::StrongFocus);
}

std::optional<api::Consent> ConsentsPage::chosen() const
{
    const std::vector<api::Consent> &consents = m_history.consents().records();
    const int row = m_table.currentIndex().row();
    if (row < 0 || row >= int(consents.size()) || !isRevocable(consents[std::size_t(row)])) {
        return std::nullopt;
    }
    return consents[std::size_t(row)];
}

/// The one that decides about the connection: the newest that is active, else the newest.
void ConsentsPage::chooseFirst()
{
    const std::vector<api::Consent> &consents = m_history.consents().records();
    if (consents.empty() || m_table.currentIndex().isValid()) {
        return;
    }
    const auto active = std::ranges::find_if(consents, isRevocable);
    m_table.selectRow(active == consents.end() ? 0 : int(active - consents.begin()));
}

void ConsentsPage::showContextMenu(const QPoint &position)
{
    if (!m_table.currentIndex().isValid()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_revoke->defaultAction());
    menu->popup(m_table.viewport()->mapToGlobal(position));
}

} // namespace saltdesk::ui
