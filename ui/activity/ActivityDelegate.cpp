// SPDX-License-Identifier: Apache-2.0
#include "activity/ActivityDelegate.h"

#include "activity/ActivityModel.h"
#include "theme/ColorTokens.h"

namespace saltdesk::ui {

void ActivityDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    using Column = models::ActivityModel::Column;
    QStyledItemDelegate::initStyleOption(option, index);
    // Rows are chosen whole.
    option->state.setFlag(QStyle::State_HasFocus, false);
    const auto column = static_cast<Column>(index.column());
    const bool tells = column == Column::Status || column == Column::Error;
    if (tells && index.data(models::ActivityModel::FailedRole).toBool()) {
        const QColor bad = ColorTokens::of(option->palette).bad;
        option->palette.setColor(QPalette::Text, bad);
        option->palette.setColor(QPalette::HighlightedText, bad);
    }
}

} // namespace saltdesk::ui
