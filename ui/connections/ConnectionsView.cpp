// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsView.h"

#include "connections/ColumnFit.h"
#include "connections/ConnectionDelegate.h"
#include "connections/ConnectionsHeader.h"
#include "connections/ConnectionsModel.h"
#include "connections/CopiedRows.h"
#include "connections/SelectionKeeper.h"
#include "connections/TypeAheadGuard.h"
#include "privacy/Personal.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace saltdesk::ui {

using models::ConnectionColumn;

namespace {
constexpr int bankColumn = static_cast<int>(ConnectionColumn::Bank);
}

ConnectionsView::ConnectionsView(models::ConnectionsModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_header(new ConnectionsHeader(this))
    , m_keeper(new SelectionKeeper(*this, model)) // before the view listens to the model itself
{
    setAccessibleName(tr("Connections"));
    setObjectName(QStringLiteral("connections"));
    markPersonal(this);
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(new ConnectionDelegate(this));
    new TypeAheadGuard(*this);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->setVisible(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(ConnectionDelegate::rowHeight);
    verticalHeader()->setDefaultSectionSize(ConnectionDelegate::rowHeight);
    setUpColumns();
    setSortingEnabled(true);
}

ConnectionsView::~ConnectionsView() = default;

void ConnectionsView::setUpColumns()
{
    m_header->setSectionHidden(static_cast<int>(ConnectionColumn::ConnectionId), true);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting && isVisible()) {
            m_fits = false;
        }
    });
    connect(m_header, &ConnectionsHeader::columnsChosen, this, &ConnectionsView::fitColumns);
}

void ConnectionsView::fitColumns()
{
    if (!m_fits) {
        return;
    }
    m_fitting = true;
    const std::vector<int> widths = fittedColumns(viewport()->width(), fontMetrics(), *m_header);
    for (int column = 0; column < int(widths.size()); ++column) {
        if (!m_header->isSectionHidden(column)) {
            m_header->resizeSection(column, widths[static_cast<size_t>(column)]);
        }
    }
    m_fitting = false;
}

void ConnectionsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ConnectionsView::chooseRow(int row)
{
    if (row < 0 || row >= m_model.rowCount()) {
        return;
    }
    // The bank's column is the current one, so that typing letters looks for a bank.
    const QModelIndex index = m_model.index(row, bankColumn);
    const QScopedValueRollback choosing(m_choosing, true);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int sideways = horizontalScrollBar()->value();
    scrollTo(index);
    horizontalScrollBar()->setValue(sideways);
}

api::ConnectionId ConnectionsView::chosen() const
{
    return m_chosen;
}

/// An assistive tool selects a row without making it the current one, and means this one alone.
void ConnectionsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const bool oneMore = selected.size() == 1 && selected.front().height() == 1;
    const int row = oneMore ? selected.front().top() : -1;
    if (!oneMore || m_choosing || m_keeper->isAtWork() || row == currentIndex().row() || !QAccessible::isActive() ||
        QGuiApplication::keyboardModifiers() != Qt::NoModifier || QGuiApplication::mouseButtons() != Qt::NoButton) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, row] {
            if (currentIndex().row() != row) {
                chooseRow(row);
            }
        },
        Qt::QueuedConnection);
}

void ConnectionsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const api::ConnectionId id = current.isValid() ? m_model.idAt(current.row()) : api::ConnectionId();
    m_keeper->noticeCurrent(id);
    if (id != m_chosen) {
        m_chosen = id;
        emit chosenChanged(id);
    }
}

void ConnectionsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Menu) {
        const QRect row = visualRect(currentIndex());
        emit customContextMenuRequested(QPoint(16, row.bottom()));
        return;
    }
    if (event->matches(QKeySequence::MoveToStartOfLine)) {
        return chooseRow(0);
    }
    if (event->matches(QKeySequence::MoveToEndOfLine)) {
        return chooseRow(m_model.rowCount() - 1);
    }
    QTableView::keyPressEvent(event);
}

QString ConnectionsView::copiedRows() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column)) {
            columns.push_back(column);
        }
    }
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    return tabSeparated(m_model, std::move(rows), columns);
}

bool ConnectionsView::isArranged() const
{
    const bool onlyIdHidden = m_header->hiddenSectionCount() == 1 &&
                              m_header->isSectionHidden(static_cast<int>(ConnectionColumn::ConnectionId));
    return !m_fits || m_header->sectionsMoved() || m_header->sortIndicatorSection() >= 0 || !onlyIdHidden;
}

QByteArray ConnectionsView::saveColumns() const
{
    return m_header->saveState();
}

bool ConnectionsView::restoreColumns(const QByteArray &state)
{
    m_fitting = true;
    const bool restored = m_header->restoreState(state);
    m_fitting = false;
    m_fits = m_fits && !restored;
    return restored;
}

} // namespace saltdesk::ui
