// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <QTableView>

namespace saltdesk::models {
class ActivityModel;
}

namespace saltdesk::ui {

/// The table "Activity". Rows are chosen whole; new ones come in at the top and move
/// nothing that is being looked at further down. Borrows the model.
class ActivityTable : public QTableView
{
    Q_OBJECT

public:
    explicit ActivityTable(models::ActivityModel &model, QWidget *parent = nullptr);

    void showOnlyErrors(bool only);
    /// The row of the model that the current row stands for, or -1.
    [[nodiscard]] int chosenRow() const;
    [[nodiscard]] const QAbstractItemModel &shownRows() const { return m_shown; }

signals:
    /// Another row, or none, is the current one; or there are more rows or fewer.
    void rowsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpColumns();
    void keepPlace(int rows);

    /// Some thousand rows at most; the filter is one flag.
    QSortFilterProxyModel m_shown;
};

} // namespace saltdesk::ui
