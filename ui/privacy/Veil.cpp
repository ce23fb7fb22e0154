// SPDX-License-Identifier: Apache-2.0
#include "privacy/Veil.h"

#include "theme/ColorTokens.h"

#include <QPainter>

#include <algorithm>

namespace saltdesk::ui {

namespace {

/// From the outside in, each a little denser: the edge of a blurred stroke.
void paintSoftBar(QPainter &painter, const QRectF &bar, QColor colour)
{
    constexpr int layers = 4;
    colour.setAlpha(34);
    painter.setBrush(colour);
    for (int layer = 0; layer < layers; ++layer) {
        const QRectF inner = bar.adjusted(layer, layer, -layer, -layer);
        const qreal radius = inner.height() / 2;
        painter.drawRoundedRect(inner, radius, radius);
    }
}

} // namespace

void paintVeil(QPainter &painter, const QRect &place, int lineHeight, const QPalette &palette)
{
    const int lines = std::max(1, place.height() / std::max(1, lineHeight));
    const int top = place.top() + (place.height() - lines * lineHeight) / 2;
    const int longest = std::min(place.width(), 12 * lineHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setClipRect(place, Qt::IntersectClip);
    for (int line = 0; line < lines; ++line) {
        const int width = longest * (line % 2 == 0 ? 70 : 50) / 100;
        const int inset = lineHeight / 6;
        paintSoftBar(painter, QRectF(place.left(), top + line * lineHeight + inset, width, lineHeight - 2 * inset),
                     ColorTokens::of(palette).text);
    }
    painter.restore();
}

} // namespace saltdesk::ui
