// SPDX-License-Identifier: Apache-2.0
#include "window/WindowField.h"

#include <QKeyEvent>

namespace saltdesk::ui {

bool WindowField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QKeyCombination keys = static_cast<QKeyEvent *>(event)->keyCombination();
        if (keys == (Qt::ControlModifier | Qt::Key_E) || keys == (Qt::ControlModifier | Qt::Key_K)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

} // namespace saltdesk::ui
