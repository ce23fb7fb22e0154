// SPDX-License-Identifier: Apache-2.0
#include "theme/CardFrame.h"

#include "theme/ColorTokens.h"

#include <QPainter>

namespace saltdesk::ui {

CardFrame::CardFrame(Ground ground, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
{}

void CardFrame::setActive(bool isActive)
{
    m_isActive = isActive;
    update();
}

void CardFrame::paintEvent(QPaintEvent *)
{
    constexpr qreal radius = 6;
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_isActive ? tokens.accent : tokens.line);
    painter.setBrush(m_ground == Ground::Paper ? ColorTokens::light().panel : tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace saltdesk::ui
