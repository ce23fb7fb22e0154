// SPDX-License-Identifier: Apache-2.0
#include "connections/RowCopying.h"

#include "connections/CopiedRows.h"
#include "privacy/CopiedText.h"

#include <QKeyEvent>
#include <QTableView>

#include <numeric>
#include <vector>

namespace saltdesk::ui {

RowCopying::RowCopying(QTableView &table)
    : QObject(&table)
    , m_table(table)
{
    table.installEventFilter(this);
}

bool RowCopying::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        copy();
    }
    event->accept();
    return true;
}

void RowCopying::copy()
{
    std::vector<int> rows;
    for (const QModelIndexList chosen = m_table.selectionModel()->selectedRows(); const QModelIndex &index : chosen) {
        rows.push_back(index.row());
    }
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(m_table.model()->rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::vector<int> columns(static_cast<std::size_t>(m_table.model()->columnCount()));
    std::iota(columns.begin(), columns.end(), 0);
    copyRedacted(tabSeparated(*m_table.model(), rows, columns));
    emit copied(int(rows.size()));
}

} // namespace saltdesk::ui
