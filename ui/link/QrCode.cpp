// SPDX-License-Identifier: Apache-2.0
#include "link/QrCode.h"

#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace saltdesk::ui {

namespace {

/// What is usual for codes on screens: a seventh of it may be spoilt by a reflection.
constexpr QRecLevel spoilable = QR_ECLEVEL_M;
/// Only the lowest bit of libqrencode's modules is the colour.
constexpr unsigned char blackBit = 1;
/// The card's own edge, so that its round corners cut nothing off the quiet zone.
constexpr int cardEdge = 4;
constexpr int cardRadius = 8;
/// So pale that nobody tries to scan it.
constexpr int fadedGrey = 224;

} // namespace

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("QR code of the connect link"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QrCode::~QrCode()
{
    api::wipe(m_modules);
}

void QrCode::setText(const api::Secret &text)
{
    api::wipe(m_modules);
    m_width = 0;
    if (!text.isEmpty()) {
        encode(text);
    }
    update();
}

void QrCode::setFaded(bool faded)
{
    m_faded = faded;
    update();
}

QSize QrCode::sizeHint() const
{
    return {264, 264};
}

QSize QrCode::minimumSizeHint() const
{
    return sizeHint();
}

void QrCode::encode(const api::Secret &text)
{
    QByteArray bytes = text.reveal().toByteArray();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(bytes.constData(), 0, spoilable, QR_MODE_8, 1), &QRcode_free);
    api::wipe(bytes);
    if (!code) {
        return; // too long
    }
    m_width = code->width;
    m_modules.resize(qsizetype{m_width} * m_width);
    std::transform(code->data, code->data + m_modules.size(), m_modules.begin(),
                   [](unsigned char module) { return static_cast<char>(module & blackBit); });
    std::fill_n(code->data, m_modules.size(), static_cast<unsigned char>(0));
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (isEmpty()) {
        return;
    }
    QPainter painter(this);
    // In the screen's own pixels, and on their grid, so that every module is as wide as its neighbour.
    const QTransform toScreen = painter.deviceTransform();
    const qreal ratio = toScreen.m11();
    const QSize place = (QSizeF(size()) * ratio).toSize();
    const int side = std::min(place.width(), place.height()) - static_cast<int>(std::ceil(2 * cardEdge * ratio));
    const int scale = side / (m_width + 2 * quietZone);
    if (scale <= 0) {
        return;
    }
    const QPointF origin = toScreen.map(QPointF());
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate(origin.toPoint() - origin);
    paintCard(painter, place, cardRadius * ratio);
    paintModules(painter, place, scale);
}

void QrCode::paintCard(QPainter &painter, const QSize &place, qreal radius)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRect(QPoint(), place), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void QrCode::paintModules(QPainter &painter, const QSize &place, int scale) const
{
    const QColor ink = m_faded ? QColor(fadedGrey, fadedGrey, fadedGrey) : QColor(Qt::black);
    const int left = (place.width() - m_width * scale) / 2;
    const int top = (place.height() - m_width * scale) / 2;
    for (int row = 0; row < m_width; ++row) {
        for (int column = 0; column < m_width; ++column) {
            if (m_modules.at(qsizetype{row} * m_width + column) != 0) {
                painter.fillRect(left + column * scale, top + row * scale, scale, scale, ink);
            }
        }
    }
}

} // namespace saltdesk::ui
