// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QTableView;

namespace saltdesk::ui {

/// Ctrl+C in a table that is not the window's own: copies its chosen rows, or all where none is chosen, with their
/// titles, through the redactor, and keeps the key from the window, which would copy connections. Child of the table.
class RowCopying : public QObject
{
    Q_OBJECT

public:
    explicit RowCopying(QTableView &table);

    void copy();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void copied(int rows);

private:
    QTableView &m_table;
};

} // namespace saltdesk::ui
