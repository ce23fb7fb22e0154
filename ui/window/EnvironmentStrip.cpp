// SPDX-License-Identifier: Apache-2.0
#include "window/EnvironmentStrip.h"

#include "theme/ColorTokens.h"
#include "theme/EnvironmentBadge.h"
#include "theme/SymbolicIcon.h"

#include <QPainter>

namespace saltdesk::ui {

EnvironmentStrip::EnvironmentStrip(const models::Environment &environment, QWidget *parent)
    : QWidget(parent)
    , m_kind(environment.kind)
    , m_word(models::environmentWord(environment.kind))
    , m_hint(environment.hint)
{
    setAccessibleName(m_word);
    setAccessibleDescription(m_hint);
    setFixedHeight(sizeHint().height());
}

QSize EnvironmentStrip::sizeHint() const
{
    return {200, 24};
}

void EnvironmentStrip::paintEvent(QPaintEvent *)
{
    constexpr int left = 12;
    constexpr int sign = 12;
    QPainter painter(this);
    painter.fillRect(rect(), ColorTokens::of(palette()).environment(m_kind));
    painter.drawPixmap(left, (height() - sign) / 2,
                       SymbolicIcon::pixmap(EnvironmentBadge::icon(m_kind), Qt::white, sign, devicePixelRatioF()));
    painter.setPen(Qt::white);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const int words = left + sign + 6;
    painter.drawText(QRect(words, 0, width(), height()), Qt::AlignVCenter, m_word);
    const int hint = words + QFontMetrics(bold).horizontalAdvance(m_word) + 12;
    painter.setFont(font());
    const QRect place(hint, 0, width() - hint - left, height());
    painter.drawText(place, Qt::AlignVCenter, fontMetrics().elidedText(m_hint, Qt::ElideRight, place.width()));
}

} // namespace saltdesk::ui
