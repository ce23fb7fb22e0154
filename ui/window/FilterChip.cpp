// SPDX-License-Identifier: Apache-2.0
#include "window/FilterChip.h"

#include "theme/ColorTokens.h"

#include <QLocale>
#include <QPainter>

namespace saltdesk::ui {

FilterChip::FilterChip(models::Chip chip, QString word, QWidget *parent)
    : QAbstractButton(parent)
    , m_chip(chip)
    , m_word(std::move(word))
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

void FilterChip::setCount(int count)
{
    m_count = count;
    setText(tr("%1 %2").arg(m_word, QLocale().toString(count)));
    setAccessibleName(m_word);
    setAccessibleDescription(count == 1 ? tr("One connection") : tr("%Ln connections", nullptr, count));
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 22, 24};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isChecked() ? tokens.selection : underMouse() ? tokens.hover : tokens.panel);
    const bool ring = hasFocus() && isActiveWindow();
    painter.setPen(QPen(isChecked() || ring ? tokens.accent : tokens.line, ring ? 2 : 1));
    painter.drawRoundedRect(ring ? pill.adjusted(0.5, 0.5, -0.5, -0.5) : pill, pill.height() / 2, pill.height() / 2);
    const bool dim = m_count == 0 && !isChecked();
    painter.setPen(dim ? tokens.muted : tokens.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace saltdesk::ui
