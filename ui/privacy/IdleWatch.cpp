// SPDX-License-Identifier: Apache-2.0
#include "privacy/IdleWatch.h"

#include "privacy/IdleLock.h"

#include <QCoreApplication>
#include <QEvent>

namespace saltdesk::ui {

namespace {

bool isTouchOfHuman(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
           type == QEvent::Wheel || type == QEvent::TouchBegin || type == QEvent::TouchUpdate ||
           type == QEvent::TabletPress || type == QEvent::TabletMove || type == QEvent::InputMethod;
}

} // namespace

IdleWatch::IdleWatch(models::IdleLock &lock, QObject *parent)
    : QObject(parent)
    , m_lock(lock)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    // What Qt or the program sends to itself is nobody's hand.
    if (event->spontaneous() && isTouchOfHuman(event->type())) {
        m_lock.noticeActivity();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace saltdesk::ui
