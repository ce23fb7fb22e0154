// SPDX-License-Identifier: Apache-2.0
#include "details/StageStrip.h"

#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"

#include <QPainter>
#include <QPainterPath>

namespace saltdesk::ui {

using models::StageSpan;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int narrowest = 3;

QColor colourOf(StageSpan::Kind kind, const ColorTokens &tokens)
{
    switch (kind) {
    case StageSpan::Kind::Passed: {
        QColor quiet = tokens.idle;
        quiet.setAlphaF(0.55F);
        return quiet;
    }
    case StageSpan::Kind::Interactive:
        return tokens.warning;
    case StageSpan::Kind::Running:
        return tokens.running;
    case StageSpan::Kind::Failed:
        return tokens.bad;
    }
    Q_UNREACHABLE();
}

void paintSign(QPainter &painter, const QRect &part, const ColorTokens &tokens)
{
    constexpr int sign = 10;
    if (part.width() < sign + 2) {
        return;
    }
    const QPoint corner(part.center().x() - sign / 2 + 1, part.center().y() - sign / 2 + 1);
    painter.drawPixmap(corner,
                       SymbolicIcon::pixmap(u"cross"_s, tokens.panel, sign, painter.device()->devicePixelRatioF()));
}

void paintSpan(QPainter &painter, const QRect &part, const StageSpan &span, const ColorTokens &tokens)
{
    const QColor colour = colourOf(span.kind, tokens);
    if (!span.spent) {
        painter.setPen(colour);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(part.adjusted(0, 0, -1, -1));
        return;
    }
    painter.fillRect(part, colour);
    if (span.kind == StageSpan::Kind::Interactive) {
        QColor lines = tokens.panel;
        lines.setAlphaF(0.6F);
        painter.fillRect(part, QBrush(lines, Qt::BDiagPattern));
    } else if (span.kind == StageSpan::Kind::Failed) {
        paintSign(painter, part, tokens);
    }
}

} // namespace

void paintStageStrip(QPainter &painter, const QRect &place, const models::StageScale &scale, const QPalette &palette)
{
    constexpr int radius = 3;
    const ColorTokens &tokens = ColorTokens::of(palette);
    QPainterPath outline;
    outline.addRoundedRect(place, radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const std::vector<int> widths = scale.widths(place.width(), narrowest);
    int left = place.left();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        // A gap between two, as far as there is room for one.
        const int gap = i + 1 < widths.size() && widths[i] > 1 ? 1 : 0;
        if (widths[i] > 0) {
            paintSpan(painter, QRect(left, place.top(), widths[i] - gap, place.height()), scale.spans[i], tokens);
        }
        left += widths[i];
    }
    painter.restore();
}

} // namespace saltdesk::ui
