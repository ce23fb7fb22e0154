// SPDX-License-Identifier: Apache-2.0
#include "theme/QuietScroll.h"

#include <QScrollArea>

namespace saltdesk::ui {

QScrollArea *quietScroll(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace saltdesk::ui
