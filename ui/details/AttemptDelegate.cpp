// SPDX-License-Identifier: Apache-2.0
#include "details/AttemptDelegate.h"

#include "details/StageStrip.h"
#include "history/RecordsModel.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "theme/ToneIcon.h"

#include <QApplication>
#include <QPainter>

namespace saltdesk::ui {

namespace {

constexpr int sign = 14;
using Roles = models::RecordsModel<api::Attempt>;

models::StageScale scaleAt(const QModelIndex &index)
{
    return index.data(Roles::DrawnRole).value<models::StageScale>();
}

} // namespace

void AttemptDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Rows are chosen whole.
    option->state.setFlag(QStyle::State_HasFocus, false);
    const ColorTokens &tokens = ColorTokens::of(option->palette);
    if (const QVariant told = index.data(Roles::ToneRole); told.isValid()) {
        const auto tone = static_cast<models::Tone>(told.toInt());
        const qreal ratio = option->widget != nullptr ? option->widget->devicePixelRatioF() : 1;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {sign, sign};
        option->icon = SymbolicIcon::pixmap(toneIcon(tone), tokens.tone(tone), sign, ratio);
        if (tone == models::Tone::Bad) {
            option->palette.setColor(QPalette::Text, tokens.bad);
            option->palette.setColor(QPalette::HighlightedText, tokens.bad);
        }
    }
    if (index.data(Roles::DrawnRole).isValid()) {
        if (scaleAt(index).isEmpty()) {
            option->palette.setColor(QPalette::Text, tokens.muted);
        } else {
            option->text.clear();
        }
    }
}

void AttemptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const models::StageScale scale = scaleAt(index);
    if (!scale.isEmpty()) {
        constexpr int height = 14;
        const QRect inner = option.rect.adjusted(8, 0, -8, 0);
        const QRect strip(inner.left(), inner.center().y() - height / 2, inner.width(), height);
        paintStageStrip(*painter, strip, scale, option.palette);
    }
}

QSize AttemptDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // What is left beside time and result in the narrowest pane.
    constexpr int stripWidth = 110;
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    return index.data(Roles::DrawnRole).isValid() ? QSize(stripWidth, usual.height()) : usual;
}

} // namespace saltdesk::ui
