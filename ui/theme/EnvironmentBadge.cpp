// SPDX-License-Identifier: Apache-2.0
#include "theme/EnvironmentBadge.h"

#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"

#include <QPainter>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

EnvironmentBadge::EnvironmentBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 0.9);
    setFont(bold);
    setKind(m_kind);
}

void EnvironmentBadge::setKind(models::EnvironmentKind kind)
{
    m_kind = kind;
    setAccessibleName(models::environmentWord(kind));
    updateGeometry();
    update();
}

QSize EnvironmentBadge::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(models::environmentWord(m_kind)) + 36, 20};
}

QString EnvironmentBadge::icon(models::EnvironmentKind kind)
{
    switch (kind) {
    case models::EnvironmentKind::Sandbox:
        return u"diamond"_s;
    case models::EnvironmentKind::Test:
        return u"flask"_s;
    case models::EnvironmentKind::Live:
        return u"live"_s;
    }
    return u"live"_s;
}

void EnvironmentBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ColorTokens::of(palette()).environment(m_kind));
    painter.drawRoundedRect(QRect(0, 0, sizeHint().width(), height()), 4, 4);
    painter.drawPixmap(8, (height() - 12) / 2, SymbolicIcon::pixmap(icon(m_kind), Qt::white, 12, devicePixelRatioF()));
    painter.setPen(Qt::white);
    painter.drawText(QRect(26, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                     models::environmentWord(m_kind));
}

} // namespace saltdesk::ui
