// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionDelegate.h"

#include "connections/ConnectionsModel.h"
#include "privacy/Personal.h"
#include "privacy/Veil.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "theme/ToneIcon.h"

#include <QHelpEvent>
#include <QPainter>

namespace saltdesk::ui {

using models::ConnectionColumn;
using models::ConnectionsModel;

namespace {

bool isMuted(int column)
{
    switch (static_cast<ConnectionColumn>(column)) {
    case ConnectionColumn::LastAttempt:
    case ConnectionColumn::Error:
    case ConnectionColumn::Country:
    case ConnectionColumn::ConnectionId:
        return true;
    case ConnectionColumn::State:
    case ConnectionColumn::Bank:
    case ConnectionColumn::Customer:
    case ConnectionColumn::LastSuccess:
    case ConnectionColumn::NextRefresh:
    case ConnectionColumn::ConsentEnds:
        return false;
    }
    return false;
}

bool isVeiledCell(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return static_cast<ConnectionColumn>(index.column()) == ConnectionColumn::Customer && isVeiled(option.widget);
}

} // namespace

Qt::Alignment ConnectionDelegate::alignment(int column)
{
    switch (static_cast<ConnectionColumn>(column)) {
    case ConnectionColumn::LastSuccess:
    case ConnectionColumn::NextRefresh:
    case ConnectionColumn::ConsentEnds:
        return Qt::AlignRight | Qt::AlignVCenter;
    case ConnectionColumn::State:
    case ConnectionColumn::Bank:
    case ConnectionColumn::Country:
    case ConnectionColumn::Customer:
    case ConnectionColumn::LastAttempt:
    case ConnectionColumn::Error:
    case ConnectionColumn::ConnectionId:
        break;
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    m_texts.setFont(option.font);
    painter->save();
    paintGround(*painter, option, index, tokens);
    if (static_cast<ConnectionColumn>(index.column()) == ConnectionColumn::State) {
        paintPill(*painter, option.rect, index, tokens);
    } else if (isVeiledCell(option, index)) {
        const int line = option.fontMetrics.lineSpacing();
        const QRect cell = option.rect.adjusted(margin, 0, -margin, -1);
        paintVeil(*painter, QRect(cell.left(), cell.center().y() - line / 2, cell.width(), line), line, option.palette);
    } else {
        paintText(*painter, option, index, tokens);
    }
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool bold = static_cast<ConnectionColumn>(index.column()) == ConnectionColumn::Bank;
    m_texts.setFont(option.font);
    const int words = QFontMetrics(m_texts.font(bold)).horizontalAdvance(index.data().toString());
    const int pill = static_cast<ConnectionColumn>(index.column()) == ConnectionColumn::State ? 36 : 0;
    return {words + 2 * margin + pill, rowHeight};
}

bool ConnectionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    const bool hidden = event->type() == QEvent::ToolTip && isVeiledCell(option, index);
    return hidden || QStyledItemDelegate::helpEvent(event, view, option, index);
}

void ConnectionDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                     const ColorTokens &tokens) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool odd = index.row() % 2 == 1;
    painter.fillRect(option.rect, selected ? tokens.selection : odd ? tokens.stripe : tokens.panel);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
    const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning ||
                       option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
    if (selected && first && option.state.testFlag(QStyle::State_Active)) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), tokens.accent);
    }
}

void ConnectionDelegate::paintPill(QPainter &painter, const QRect &cell, const QModelIndex &index,
                                   const ColorTokens &tokens) const
{
    constexpr int height = 20;
    constexpr int sign = 12;
    const auto tone = static_cast<models::Tone>(index.data(ConnectionsModel::ToneRole).toInt());
    const auto situation = static_cast<models::Situation>(index.data(ConnectionsModel::SituationRole).toInt());
    const int room = cell.width() - 2 * margin - sign - 22;
    const QStaticText &word = m_texts.text(index.data().toString(), qMax(room, 8), true);
    const int width = qRound(word.size().width()) + sign + 22;
    const QRect pill(cell.left() + margin, cell.top() + (cell.height() - 1 - height) / 2, width, height);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.ground(tone));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(pill.left() + 8, pill.top() + (height - sign) / 2,
                       SymbolicIcon::pixmap(situationIcon(situation), tokens.tone(tone), sign, ratio));
    painter.setPen(tokens.tone(tone));
    painter.setFont(m_texts.font(true));
    painter.drawStaticText(QPointF(pill.left() + 8 + sign + 5, pill.center().y() + 0.5 - word.size().height() / 2),
                           word);
}

void ConnectionDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                   const ColorTokens &tokens) const
{
    const QString words = index.data().toString();
    if (words.isEmpty()) {
        return;
    }
    const bool bold = static_cast<ConnectionColumn>(index.column()) == ConnectionColumn::Bank;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect inner = option.rect.adjusted(margin, 0, -margin, -1);
    const QStaticText &shaped = m_texts.text(words, inner.width(), bold);
    const qreal left =
        alignment(index.column()).testFlag(Qt::AlignRight) ? inner.right() + 1 - shaped.size().width() : inner.left();
    painter.setFont(m_texts.font(bold));
    painter.setPen(isMuted(index.column()) && !selected ? tokens.muted : tokens.text);
    painter.drawStaticText(QPointF(left, inner.center().y() + 0.5 - shaped.size().height() / 2), shaped);
}

} // namespace saltdesk::ui
