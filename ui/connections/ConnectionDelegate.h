// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/TextCache.h"
#include "situation/Situation.h"

#include <QStyledItemDelegate>

namespace saltdesk::ui {

struct ColorTokens;

/// Paints the rows of the connections: 32 pixels high, the state as a pill with sign and word, the bank in bold, what
/// is second in importance muted, the customer behind a veil in presenter mode. Texts come from the model's DisplayRole
/// and are plain.
class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 32;
    static constexpr int margin = 8;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The customer has no tooltip while he is veiled.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// How a column is aligned; the header follows.
    [[nodiscard]] static Qt::Alignment alignment(int column);

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const ColorTokens &tokens) const;
    void paintPill(QPainter &painter, const QRect &cell, const QModelIndex &index, const ColorTokens &tokens) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const ColorTokens &tokens) const;

    mutable TextCache m_texts;
};

} // namespace saltdesk::ui
