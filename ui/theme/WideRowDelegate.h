// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace saltdesk::ui {

/// Rows of a list that are easy to hit: as high as a control, chosen over their whole width.
class WideRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// How far the text stays away from the cell's beginning.
    [[nodiscard]] virtual int indent(const QModelIndex &index) const;
};

} // namespace saltdesk::ui
