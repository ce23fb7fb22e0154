// SPDX-License-Identifier: Apache-2.0
#include "theme/ControlPainter.h"

#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace saltdesk::ui {

namespace {

/// The rectangle whose one pixel wide outline lies on whole pixels.
QRectF crisp(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

struct Surface
{
    QColor fill;
    QColor line;
};

Surface buttonSurface(const QStyleOption &option, ButtonRole role)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hovered = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool pressed = enabled && option.state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On);
    switch (role) {
    case ButtonRole::Primary:
        if (enabled) {
            const QColor fill = hovered || pressed ? tokens.accentHover : tokens.accent;
            return {fill, fill};
        }
        return {tokens.window, tokens.line};
    case ButtonRole::Quiet:
        return {hovered || pressed ? tokens.hover : QColor(Qt::transparent), QColor(Qt::transparent)};
    case ButtonRole::Destructive:
        if (enabled && (hovered || pressed)) {
            return {tokens.badGround, tokens.bad};
        }
        break;
    case ButtonRole::Normal:
        break;
    }
    return {!enabled ? tokens.window : pressed ? tokens.selection : hovered ? tokens.hover : tokens.panel, tokens.line};
}

/// Whoever presses Enter has to see what he presses. On the accent's own ground the ring stands inside, in white.
void buttonRing(QPainter &painter, const QStyleOption &option, ButtonRole role)
{
    if (role != ButtonRole::Primary || !option.state.testFlag(QStyle::State_Enabled)) {
        return ControlPainter::focusRing(painter, option);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ColorTokens::of(option.palette).panel, 1.5));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), 3, 3);
    painter.restore();
}

} // namespace

void ControlPainter::button(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Surface surface = buttonSurface(option, buttonRole(widget));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(surface.fill);
    painter.setPen(surface.line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(surface.line, 1));
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
    painter.restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        buttonRing(painter, option, buttonRole(widget));
    }
}

void ControlPainter::field(QPainter &painter, const QStyleOption &option)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(option.state.testFlag(QStyle::State_Enabled) ? tokens.panel : tokens.window);
    painter.setPen(QPen(focused ? tokens.accent : tokens.line, focused ? 1.5 : 1));
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
    painter.restore();
}

void ControlPainter::menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    painter.fillRect(option.rect, tokens.panel);
    painter.save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.state.testFlag(QStyle::State_Sunken) ? tokens.selection : tokens.hover);
        painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), radius, radius);
    }
    painter.setPen(tokens.text);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    painter.restore();
}

void ControlPainter::checkBox(QPainter &painter, const QStyleOption &option)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(on && enabled ? tokens.accent : tokens.panel);
    painter.setPen(QPen(on && enabled ? tokens.accent : tokens.muted, 1));
    const QRectF box = crisp(option.rect);
    painter.drawRoundedRect(box, 4, 4);
    if (on || option.state.testFlag(QStyle::State_NoChange)) {
        painter.setPen(QPen(enabled ? tokens.onAccent : tokens.muted, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF start = box.topLeft();
        const qreal unit = box.width() / 16;
        painter.drawPolyline(QList<QPointF>{start + QPointF(4, 8.5) * unit, start + QPointF(7, 11.5) * unit,
                                            start + QPointF(12, 5) * unit});
    }
    painter.restore();
}

void ControlPainter::tab(QPainter &painter, const QStyleOptionTab &option)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), tokens.accent);
    }
}

void ControlPainter::tabLabel(QPainter &painter, const QStyleOptionTab &option)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.save();
    QFont font = painter.font();
    font.setBold(selected);
    painter.setFont(font);
    painter.setPen(selected || hovered ? tokens.text : tokens.muted);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    painter.restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOption ring = option;
        ring.rect = option.rect.adjusted(0, 3, 0, -5);
        focusRing(painter, ring);
    }
}

void ControlPainter::headerLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    QFont bold = painter.font();
    bold.setBold(true);
    painter.save();
    painter.setFont(bold);
    painter.setPen(ColorTokens::of(option.palette).muted);
    painter.drawText(option.rect, int(option.textAlignment) | Qt::TextSingleLine, option.text);
    painter.restore();
}

void ControlPainter::headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    painter.fillRect(option.rect, hovered ? tokens.hover : tokens.panel);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
}

void ControlPainter::scrollHandle(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const ColorTokens &tokens = ColorTokens::of(option.palette);
    const bool active = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    QColor fill = tokens.muted;
    fill.setAlphaF(active ? 0.7F : 0.4F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(handle).adjusted(3, 3, -3, -3), 3, 3);
    painter.restore();
}

void ControlPainter::focusRing(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ColorTokens::of(option.palette).accent, 2));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter.restore();
}

} // namespace saltdesk::ui
