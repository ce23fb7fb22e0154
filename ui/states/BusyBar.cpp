// SPDX-License-Identifier: Apache-2.0
#include "states/BusyBar.h"

#include "theme/ColorTokens.h"

#include <QPainter>

namespace saltdesk::ui {

namespace {
constexpr int steps = 60;
}

BusyBar::BusyBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    setAccessibleName(tr("Busy"));
    m_timer.setInterval(std::chrono::milliseconds(33));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % steps;
        update();
    });
}

void BusyBar::paintEvent(QPaintEvent *)
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(rect(), 2, 2);
    const qreal length = width() / 3.0;
    const qreal left = (width() + length) * m_step / steps - length;
    painter.setClipRect(rect());
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(QRectF(left, 0, length, height()), 2, 2);
}

void BusyBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
}

void BusyBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace saltdesk::ui
