// SPDX-License-Identifier: Apache-2.0
#include "theme/Panel.h"

#include "theme/ColorTokens.h"

#include <QPainter>

namespace saltdesk::ui {

namespace {
constexpr qreal panelRadius = 6;
}

Panel::Panel(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    setContentsMargins(12, 8, 12, 8);
}

void Panel::paintEvent(QPaintEvent *)
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.line);
    painter.setBrush(tokens.stripe);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), panelRadius, panelRadius);
}

} // namespace saltdesk::ui
