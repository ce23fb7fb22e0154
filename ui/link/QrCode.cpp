// SPDX-License-Identifier: Apache-2.0
#include "link/QrCode.h"

#include <QPainter>

#include <qrencode.h>

#include <algorithm>
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
/// Pale enough that a scanner finds no edges.
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
    return {232, 232};
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
    // In the screen's own pixels, so that every module is as wide as its neighbour.
    const qreal ratio = devicePixelRatioF();
    const int side = static_cast<int>((std::min(width(), height()) - 2 * cardEdge) * ratio);
    const int scale = side / (m_width + 2 * quietZone);
    if (isEmpty() || scale == 0) {
        return;
    }
    QPainter painter(this);
    painter.scale(1 / ratio, 1 / ratio);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(0, 0, width() * ratio, height() * ratio), cardRadius * ratio, cardRadius * ratio);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor ink = m_faded ? QColor(fadedGrey, fadedGrey, fadedGrey) : QColor(Qt::black);
    const int left = (static_cast<int>(width() * ratio) - m_width * scale) / 2;
    const int top = (static_cast<int>(height() * ratio) - m_width * scale) / 2;
    for (int row = 0; row < m_width; ++row) {
        for (int column = 0; column < m_width; ++column) {
            if (m_modules.at(qsizetype{row} * m_width + column) != 0) {
                painter.fillRect(left + column * scale, top + row * scale, scale, scale, ink);
            }
        }
    }
}

} // namespace saltdesk::ui
