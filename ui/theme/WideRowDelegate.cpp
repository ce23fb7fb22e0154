// SPDX-License-Identifier: Apache-2.0
#include "theme/WideRowDelegate.h"

#include "theme/ColorTokens.h"

#include <QPainter>

namespace saltdesk::ui {

namespace {
constexpr int wideRowHeight = 28;
constexpr int wideRowInset = 8;
} // namespace

QSize WideRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * wideRowInset, wideRowHeight};
}

void WideRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tokens.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tokens.hover);
    }
    painter->setPen(tokens.text);
    const QRect place = option.rect.adjusted(indent(index), 0, -wideRowInset, 0);
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeading, text);
}

int WideRowDelegate::indent(const QModelIndex &) const
{
    return wideRowInset;
}

} // namespace saltdesk::ui
