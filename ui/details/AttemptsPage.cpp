// SPDX-License-Identifier: Apache-2.0
#include "details/AttemptsPage.h"

#include "details/AttemptCard.h"
#include "details/AttemptDelegate.h"
#include "details/RecordsPage.h"
#include "details/TurningSplitter.h"
#include "following/AttemptReading.h"
#include "history/AttemptResult.h"
#include "states/ErrorWords.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QTableView>

namespace saltdesk::ui {

using models::AttemptReading;
using models::ConnectionHistory;
using Roles = models::RecordsModel<api::Attempt>;

AttemptsPage::AttemptsPage(ConnectionHistory &history, AttemptReading &reading, const api::Clock &clock,
                           QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_reading(reading)
    , m_clock(clock)
    , m_list(new RecordsPage(history, ConnectionHistory::Part::Attempts))
    , m_table(m_list->table())
    , m_card(new AttemptCard)
    , m_splitter(new TurningSplitter)
{
    m_table.setItemDelegate(new AttemptDelegate(&m_table));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_card);
    m_splitter->setSizes({2000, 3000});
    m_card->hide();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
    m_settled.setSingleShot(true);
    m_settled.setInterval(120);

    connect(&m_table, &QTableView::clicked, this, &AttemptsPage::choose);
    connect(&m_table, &QTableView::activated, this, &AttemptsPage::choose);
    connect(m_table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AttemptsPage::walkTo);
    connect(m_card, &AttemptCard::closeWanted, this, &AttemptsPage::close);
    connect(&m_settled, &QTimer::timeout, this, &AttemptsPage::readChosen);
    connect(&reading, &AttemptReading::arrived, this, &AttemptsPage::showChosen);
    connect(&reading, &AttemptReading::failed, this, &AttemptsPage::showChosen);
    connect(&history, &ConnectionHistory::changed, this, [this](ConnectionHistory::Part part) {
        if (part == ConnectionHistory::Part::Attempts) {
            takeList();
        }
    });
}

void AttemptsPage::choose(const QModelIndex &index)
{
    m_chosen = api::AttemptId(index.data(Roles::IdRole).toString());
    showChosen();
    m_table.scrollTo(index);
    m_settled.start();
}

void AttemptsPage::walkTo(const QModelIndex &index)
{
    if (!m_chosen.isEmpty() && index.isValid()) {
        choose(index);
    }
}

void AttemptsPage::close()
{
    const bool wasInside = m_card->isAncestorOf(focusWidget());
    m_chosen = {};
    m_settled.stop();
    // What was read of it is not kept.
    m_reading.want({}, {}, false);
    m_card->hide();
    if (wasInside) {
        m_table.setFocus();
    }
}

void AttemptsPage::takeList()
{
    if (m_chosen.isEmpty()) {
        if (!m_table.currentIndex().isValid()) {
            m_table.setCurrentIndex(m_history.attempts().index(0, 0));
        }
        return;
    }
    const int row = m_history.attempts().rowOf(m_chosen.toString());
    if (row < 0) {
        // While the list is read anew nothing is known; another connection has none of this id.
        return m_history.isLoading(ConnectionHistory::Part::Attempts) ? m_card->hide() : close();
    }
    if (m_table.currentIndex().row() != row) {
        m_table.setCurrentIndex(m_history.attempts().index(row, 0));
    }
    showChosen();
    m_settled.start();
}

void AttemptsPage::readChosen()
{
    const api::Attempt *attempt = m_history.attempts().find(m_chosen.toString());
    if (attempt != nullptr && !attempt->stages) {
        m_reading.want(m_history.id(), m_chosen, models::resultOf(*attempt) == models::AttemptResult::Running);
        showChosen();
    }
}

void AttemptsPage::showChosen()
{
    const api::Attempt *listed = m_history.attempts().find(m_chosen.toString());
    if (m_chosen.isEmpty() || listed == nullptr) {
        return;
    }
    const auto &read = m_reading.attempt();
    const bool isRead = !listed->stages && read && read->id == m_chosen;
    m_card->show(isRead ? *read : *listed, noteOn(*listed), m_clock.now());
    static_cast<QWidget *>(m_card)->show();
}

QString AttemptsPage::noteOn(const api::Attempt &attempt) const
{
    if (attempt.stages || (m_reading.attempt() && m_reading.attempt()->id == attempt.id)) {
        return {};
    }
    if (m_reading.wanted() == attempt.id && m_reading.error()) {
        return tr("Its stages could not be read. %1").arg(errorWords(*m_reading.error()).why);
    }
    return tr("Reading its stages…");
}

void AttemptsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_chosen.isEmpty()) {
        return close();
    }
    QWidget::keyPressEvent(event);
}

} // namespace saltdesk::ui
