// SPDX-License-Identifier: Apache-2.0
#include "details/RawTreeDelegate.h"

#include "privacy/Personal.h"
#include "privacy/Veil.h"
#include "raw/JsonTreeModel.h"
#include "theme/ColorTokens.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace saltdesk::ui {

using models::JsonTreeModel;

namespace {

bool isVeiledValue(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return index.column() == JsonTreeModel::Value && !index.model()->hasChildren(index.siblingAtColumn(0)) &&
           isVeiled(option.widget);
}

} // namespace

void RawTreeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Rows are chosen whole.
    option->state.setFlag(QStyle::State_HasFocus, false);
    if (index.column() != JsonTreeModel::Value) {
        return;
    }
    if (index.model()->hasChildren(index.siblingAtColumn(0))) {
        option->palette.setColor(QPalette::Text, ColorTokens::of(option->palette).muted);
    } else {
        option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    }
    if (isVeiledValue(*option, index)) {
        option->text.clear();
    }
}

QSize RawTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int lowest = 22;
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    return {usual.width(), std::max(usual.height(), lowest)};
}

void RawTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (isVeiledValue(option, index)) {
        const int line = option.fontMetrics.lineSpacing();
        const QRect cell = option.rect.adjusted(8, 0, -8, -1);
        paintVeil(*painter, QRect(cell.left(), cell.center().y() - line / 2, cell.width(), line), line, option.palette);
    }
}

} // namespace saltdesk::ui
