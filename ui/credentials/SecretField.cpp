// SPDX-License-Identifier: Apache-2.0
#include "credentials/SecretField.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace saltdesk::ui {

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
{
    setRevealed(false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
}

void SecretField::setRevealed(bool revealed)
{
    deselect();
    setEchoMode(revealed ? Normal : Password);
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    constexpr QKeySequence::StandardKey leaks[] = {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo,
                                                   QKeySequence::Redo};
    if (std::ranges::any_of(leaks, [event](QKeySequence::StandardKey key) { return event->matches(key); })) {
        event->accept();
        return;
    }
    // By several of its keys Qt copies what is shown to one of the clipboards.
    const bool types = !event->text().isEmpty() && event->text().front().isPrint() &&
                       !event->modifiers().testFlag(Qt::ControlModifier);
    if (isRevealed() && !types) {
        setRevealed(false);
        emit concealed();
    }
    QLineEdit::keyPressEvent(event);
}

void SecretField::mouseReleaseEvent(QMouseEvent *event)
{
    if (isRevealed()) {
        // Qt would put the selection on X11's second clipboard.
        deselect();
    }
    QLineEdit::mouseReleaseEvent(event);
}

void SecretField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Paste")), &QAction::triggered, this, &QLineEdit::paste);
    menu->popup(event->globalPos());
}

} // namespace saltdesk::ui
