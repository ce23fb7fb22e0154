// SPDX-License-Identifier: Apache-2.0
#include "details/TurningSplitter.h"

namespace saltdesk::ui {

TurningSplitter::TurningSplitter(QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
{
    setChildrenCollapsible(false);
}

void TurningSplitter::resizeEvent(QResizeEvent *event)
{
    constexpr int wide = 620;
    const Qt::Orientation wanted = width() >= wide ? Qt::Horizontal : Qt::Vertical;
    if (orientation() != wanted) {
        setOrientation(wanted);
    }
    QSplitter::resizeEvent(event);
}

} // namespace saltdesk::ui
