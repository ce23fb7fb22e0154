// SPDX-License-Identifier: Apache-2.0
#include "link/CodePlace.h"

#include "link/QrCode.h"
#include "states/BusyBar.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int placeRadius = 8;
constexpr int signSize = 56;
constexpr int signIconSize = 28;

/// The sign on a disc of its own, so that it can be told from the code behind it.
QPixmap signOnDisc(const QString &icon, const ColorTokens &tokens, qreal ratio)
{
    QPixmap sign(QSize(signSize, signSize) * ratio);
    sign.fill(Qt::transparent);
    sign.setDevicePixelRatio(ratio);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.idleGround);
    painter.drawEllipse(QRectF(0, 0, signSize, signSize));
    const int inset = (signSize - signIconSize) / 2;
    painter.drawPixmap(inset, inset, SymbolicIcon::pixmap(icon, tokens.idle, signIconSize, ratio));
    return sign;
}

} // namespace

CodePlace::CodePlace(QWidget *parent)
    : QWidget(parent)
    , m_code(new QrCode)
    , m_busy(new BusyBar)
    , m_sign(new QLabel)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_busy->setFixedWidth(signSize * 2);
    m_busy->hide();
    m_sign->setFixedSize(signSize, signSize);
    m_sign->hide();
    auto *pile = new QGridLayout(this);
    pile->setContentsMargins(1, 1, 1, 1);
    pile->addWidget(m_code, 0, 0);
    pile->addWidget(m_busy, 0, 0, Qt::AlignCenter);
    pile->addWidget(m_sign, 0, 0, Qt::AlignCenter);
    m_moment.setSingleShot(true);
    m_moment.setInterval(std::chrono::milliseconds(200));
    connect(&m_moment, &QTimer::timeout, m_busy, &QWidget::show);
}

void CodePlace::showCode(const api::Secret &text)
{
    clear();
    m_code->setText(text);
    m_code->setFaded(false);
    update();
}

void CodePlace::showWaiting()
{
    showNothing();
    m_moment.start();
}

void CodePlace::showExpired()
{
    clear();
    m_code->setFaded(true);
    m_signIcon = u"clock"_s;
    showSign();
}

void CodePlace::showFailed()
{
    showNothing();
    m_signIcon = u"cross"_s;
    showSign();
}

void CodePlace::showNothing()
{
    clear();
    m_code->setText({});
    update();
}

void CodePlace::clear()
{
    m_moment.stop();
    m_busy->hide();
    m_sign->hide();
    m_signIcon.clear();
}

void CodePlace::showSign()
{
    // On the white card the light colours hold in the dark theme too.
    const ColorTokens &tokens = m_code->isEmpty() ? ColorTokens::of(palette()) : ColorTokens::light();
    m_sign->setPixmap(signOnDisc(m_signIcon, tokens, devicePixelRatioF()));
    m_sign->show();
    m_sign->raise();
}

void CodePlace::paintEvent(QPaintEvent *)
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.line);
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), placeRadius, placeRadius);
}

void CodePlace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_signIcon.isEmpty()) {
        showSign();
    }
}

} // namespace saltdesk::ui
