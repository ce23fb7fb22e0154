// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsHeader.h"

#include "connections/ConnectionColumn.h"
#include "connections/ConnectionDelegate.h"
#include "theme/ColorTokens.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionHeader>

namespace saltdesk::ui {

namespace {

void paintArrow(QPainter &painter, const QPointF &centre, Qt::SortOrder order)
{
    const qreal up = order == Qt::AscendingOrder ? -1 : 1;
    QPainterPath path(centre + QPointF(-3.5, -2 * up));
    path.lineTo(centre + QPointF(0, 2 * up));
    path.lineTo(centre + QPointF(3.5, -2 * up));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(painter.pen().color(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace

ConnectionsHeader::ConnectionsHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setMinimumSectionSize(40);
    setAccessibleName(tr("Columns"));
    setToolTip(tr("Click to sort; the third click restores the customary order. Right click to choose columns."));
}

QSize ConnectionsHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 2 * fontMetrics().lineSpacing() + 8};
}

void ConnectionsHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    const QPoint cursor = mapFromGlobal(QCursor::pos());
    option.state.setFlag(QStyle::State_MouseOver, underMouse() && logicalIndexAt(cursor) == logicalIndex);
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    const ColorTokens &tokens = ColorTokens::of(palette());
    const bool sorted = sortIndicatorSection() == logicalIndex;
    QFont bold = font();
    bold.setBold(true);
    painter->save();
    painter->setFont(bold);
    painter->setPen(sorted ? tokens.text : tokens.muted);
    const QRect inner = rect.adjusted(ConnectionDelegate::margin, 0, -ConnectionDelegate::margin, -1);
    const QRect words = sorted ? inner.adjusted(0, 0, -12, 0) : inner;
    const auto flags = int(ConnectionDelegate::alignment(logicalIndex)) | Qt::TextWordWrap;
    painter->drawText(words, flags, model()->headerData(logicalIndex, Qt::Horizontal).toString());
    if (sorted) {
        paintArrow(*painter, QPointF(inner.right() - 3, inner.center().y() + 1), sortIndicatorOrder());
    }
    painter->restore();
}

void ConnectionsHeader::contextMenuEvent(QContextMenuEvent *event)
{
    showColumnChooser(event->globalPos());
}

void ConnectionsHeader::showColumnChooser(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Columns"));
    for (int column = 0; column < count(); ++column) {
        QAction *action = menu->addAction(models::columnTitle(static_cast<models::ConnectionColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        // The last visible column stays, or there would be no header to bring the others back.
        action->setEnabled(isSectionHidden(column) || count() - hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setSectionHidden(column, !shown);
            emit columnsChosen();
        });
    }
    menu->popup(globalPosition);
}

} // namespace saltdesk::ui
