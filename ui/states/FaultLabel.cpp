// SPDX-License-Identifier: Apache-2.0
#include "states/FaultLabel.h"

#include "theme/ColorTokens.h"

#include <QEvent>

namespace saltdesk::ui {

FaultLabel::FaultLabel(QWidget *parent)
    : WrappedLabel(parent)
{
    hide();
}

void FaultLabel::showFault(const QString &fault)
{
    setText(fault);
    showColour();
    setVisible(!fault.isEmpty());
}

void FaultLabel::changeEvent(QEvent *event)
{
    WrappedLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        showColour();
    }
}

void FaultLabel::showColour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, ColorTokens::of(colours).bad);
    setPalette(colours);
}

} // namespace saltdesk::ui
