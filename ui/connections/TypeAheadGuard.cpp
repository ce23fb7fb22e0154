// SPDX-License-Identifier: Apache-2.0
#include "connections/TypeAheadGuard.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>

namespace saltdesk::ui {

namespace {

bool isLetter(const QKeyEvent &event)
{
    return !event.text().isEmpty() && event.text().front().isPrint() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

TypeAheadGuard::TypeAheadGuard(QAbstractItemView &table)
    : QObject(&table)
{
    table.installEventFilter(this);
}

bool TypeAheadGuard::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !isLetter(*static_cast<QKeyEvent *>(event))) {
        return QObject::eventFilter(watched, event);
    }
    const bool isTyping = m_lastLetter.isValid() && m_lastLetter.elapsed() < QApplication::keyboardInputInterval();
    if (event->type() == QEvent::KeyPress) {
        m_lastLetter.start();
    } else if (isTyping) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace saltdesk::ui
