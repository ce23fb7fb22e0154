// SPDX-License-Identifier: Apache-2.0
#include "connections/SelectionKeeper.h"

#include "connections/ConnectionDelegate.h"
#include "connections/ConnectionsModel.h"
#include "connections/ConnectionsView.h"

#include <QScrollBar>

#include <algorithm>

namespace saltdesk::ui {

using models::ConnectionsModel;

SelectionKeeper::SelectionKeeper(ConnectionsView &view, ConnectionsModel &model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    const auto before = [this] { beforeChange(); };
    const auto after = [this] { afterChange(); };
    connect(&model, &ConnectionsModel::modelAboutToBeReset, this, before);
    connect(&model, &ConnectionsModel::rowsAboutToBeInserted, this, before);
    connect(&model, &ConnectionsModel::rowsAboutToBeRemoved, this, before);
    connect(&model, &ConnectionsModel::layoutAboutToBeChanged, this, before);
    connect(&model, &ConnectionsModel::modelReset, this, after);
    connect(&model, &ConnectionsModel::rowsInserted, this, after);
    connect(&model, &ConnectionsModel::rowsRemoved, this, after);
    connect(&model, &ConnectionsModel::layoutChanged, this, [this] {
        m_top = {}; // after sorting, the first screen is what the agent wants to see
        afterChange();
    });
}

void SelectionKeeper::noticeCurrent(const api::ConnectionId &id)
{
    if (m_changing == 0 && !m_restoring && !id.isEmpty()) {
        m_wanted = id;
    }
}

void SelectionKeeper::beforeChange()
{
    if (m_changing++ == 0 && !m_scheduled) {
        remember();
    }
}

void SelectionKeeper::remember()
{
    m_selected.clear();
    m_wantedRow = m_view.currentIndex().row();
    const QModelIndexList rows = m_view.selectionModel() == nullptr ? QModelIndexList() //
                                                                    : m_view.selectionModel()->selectedRows();
    // Beyond a few hundred it was "select all", which is not worth finding one by one.
    if (rows.size() <= 500) {
        std::ranges::transform(rows, std::back_inserter(m_selected),
                               [this](const QModelIndex &index) { return m_model.idAt(index.row()); });
    }
    const int top = m_view.rowAt(0);
    m_top = top < 0 ? api::ConnectionId() : m_model.idAt(top);
    m_topOffset = top < 0 ? 0 : m_view.rowViewportPosition(top);
}

void SelectionKeeper::afterChange()
{
    m_changing = std::max(0, m_changing - 1);
    if (m_changing > 0 || m_scheduled) {
        return;
    }
    // Once for a burst of signals, and after the view has heard of the last of them.
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &SelectionKeeper::restore, Qt::QueuedConnection);
}

void SelectionKeeper::restore()
{
    m_restoring = true;
    const int top = m_top.isEmpty() ? -1 : m_model.rowOf(m_top);
    const int wanted = m_wanted.isEmpty() ? -1 : m_model.rowOf(m_wanted);
    if (m_model.total() == 0) {
        m_wanted = {}; // another customer is being read
    } else if (!m_wanted.isEmpty() && m_model.rowCount() > 0) {
        restoreChoice(wanted);
    }
    if (top >= 0) {
        m_view.verticalScrollBar()->setValue(top * ConnectionDelegate::rowHeight - m_topOffset);
    }
    m_scheduled = false;
    m_restoring = false;
}

void SelectionKeeper::restoreChoice(int wanted)
{
    const bool gone = wanted < 0 && !m_model.summary(m_wanted).has_value();
    const int standIn = gone ? std::clamp(m_wantedRow, 0, m_model.rowCount() - 1) : 0;
    const int row = wanted >= 0 ? wanted : standIn;
    if (m_view.currentIndex().row() != row) {
        m_view.chooseRow(row);
    }
    if (gone) {
        m_wanted = m_model.idAt(row);
    }
    // What was chosen along with it; a stand-in's rows are nobody's choice.
    const bool together = wanted >= 0 && std::ranges::find(m_selected, m_wanted) != m_selected.end();
    for (const api::ConnectionId &id : m_selected) {
        if (const int also = m_model.rowOf(id); together && also >= 0) {
            m_view.selectionModel()->select(m_model.index(also, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
}

} // namespace saltdesk::ui
