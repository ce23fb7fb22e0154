// SPDX-License-Identifier: Apache-2.0
#include "activity/ActivityTable.h"

#include "activity/ActivityDelegate.h"
#include "activity/ActivityModel.h"
#include "connections/RowCopying.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using models::ActivityModel;

namespace {
constexpr int activityRowHeight = 28;
}

ActivityTable::ActivityTable(ActivityModel &model, QWidget *parent)
    : QTableView(parent)
{
    m_shown.setSourceModel(&model);
    m_shown.setFilterRole(ActivityModel::FailedRole);
    setModel(&m_shown);
    new RowCopying(*this);
    setItemDelegate(new ActivityDelegate(this));
    setAccessibleName(tr("Activity"));
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(activityRowHeight);
    verticalHeader()->setDefaultSectionSize(activityRowHeight);
    setUpColumns();
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (first == 0) {
            keepPlace(last + 1);
        }
        emit rowsChanged();
    });
    connect(&m_shown, &QAbstractItemModel::rowsRemoved, this, &ActivityTable::rowsChanged);
    connect(&m_shown, &QAbstractItemModel::modelReset, this, &ActivityTable::rowsChanged);
}

void ActivityTable::setUpColumns()
{
    using Column = ActivityModel::Column;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    QHeaderView &header = *horizontalHeader();
    const auto wide = [&](Column column, const QString &longest) {
        constexpr int margins = 24;
        header.resizeSection(static_cast<int>(column), metrics.horizontalAdvance(longest) + margins);
    };
    wide(Column::Time, u"00:00:00.000"_s);
    wide(Column::Method, u"DELETE"_s);
    wide(Column::Status, u"Status"_s);
    wide(Column::Duration, u"Duration"_s);
    wide(Column::Size, u"000.00 KiB"_s);
    wide(Column::RequestId, u"00000000-0000"_s);
    wide(Column::Error, u"ConnectionCannotBeRefr"_s);
    wide(Column::Try, u"1, again in 4.0 s"_s);
    // What went wrong stands beside the status, so that a narrow window shows it.
    header.moveSection(header.visualIndex(static_cast<int>(Column::Error)),
                       header.visualIndex(static_cast<int>(Column::Status)) + 1);
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setFixedHeight(32);
}

/// The path takes what the other columns leave.
void ActivityTable::resizeEvent(QResizeEvent *event)
{
    constexpr int narrowestPath = 210;
    constexpr auto path = static_cast<int>(ActivityModel::Column::Path);
    const int others = horizontalHeader()->length() - columnWidth(path);
    setColumnWidth(path, std::max(viewport()->width() - others, narrowestPath));
    QTableView::resizeEvent(event);
}

void ActivityTable::showOnlyErrors(bool only)
{
    m_shown.setFilterFixedString(only ? u"true"_s : QString());
    emit rowsChanged();
}

int ActivityTable::chosenRow() const
{
    return m_shown.mapToSource(currentIndex()).row();
}

/// At the top the newest row is what one wants to see; further down, and once one is chosen, a row must not run away
/// under the pointer.
void ActivityTable::keepPlace(int rows)
{
    if (verticalScrollBar()->value() > 0 || currentIndex().isValid()) {
        // The range grows with the layout, which is due only later.
        updateGeometries();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rows * activityRowHeight);
    }
}

void ActivityTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit rowsChanged();
}

} // namespace saltdesk::ui
