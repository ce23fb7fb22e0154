// SPDX-License-Identifier: Apache-2.0
#include "question/PictureCanvas.h"

#include <QPainter>

namespace saltdesk::ui {

PictureCanvas::PictureCanvas(QImage picture, QWidget *parent)
    : QWidget(parent)
    , m_picture(std::move(picture))
{}

void PictureCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect(), m_picture);
}

} // namespace saltdesk::ui
