// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace saltdesk::ui {

/// The header of the connections: flat, words in two lines where they need them, a small arrow where it sorts. A click
/// sorts, the second one turns it round, the third restores the customary order. Its context menu chooses the columns.
class ConnectionsHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ConnectionsHeader(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    void showColumnChooser(const QPoint &globalPosition);

signals:
    /// The agent chose which columns are shown.
    void columnsChosen();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace saltdesk::ui
