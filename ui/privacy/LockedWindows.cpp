// SPDX-License-Identifier: Apache-2.0
#include "privacy/LockedWindows.h"

#include "credentials/CredentialForm.h"
#include "credentials/SecretField.h"
#include "credentials/SecretText.h"
#include "privacy/IdleLock.h"

#include <QApplication>
#include <QDialog>
#include <QMainWindow>
#include <QWindow>

#include <algorithm>

namespace saltdesk::ui {

namespace {

bool isKeyOrShortcut(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::Shortcut;
}

/// Only what has the focus is asked: a key goes to the QWindow first.
bool belongsToCover(const QObject *object)
{
    for (; object != nullptr; object = object->parent()) {
        if (qobject_cast<const LockCover *>(object) != nullptr) {
            return true;
        }
    }
    return false;
}

} // namespace

LockedWindows::LockedWindows(models::IdleLock &lock, QObject *parent)
    : QObject(parent)
    , m_lock(lock)
{
    qApp->installEventFilter(this);
    connect(&lock, &models::IdleLock::changed, this, &LockedWindows::follow);
}

LockedWindows::~LockedWindows() = default;

void LockedWindows::follow(bool locked)
{
    if (!locked) {
        return showAll();
    }
    wipeTyped();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible()) {
            hideWindow(window);
        }
    }
}

void LockedWindows::wipeTyped()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (auto *form = qobject_cast<CredentialForm *>(widget)) {
            form->wipe();
            emit form->changed();
        } else if (auto *field = qobject_cast<SecretField *>(widget)) {
            wipeField(*field);
        }
    }
}

void LockedWindows::hideWindow(QWidget *window)
{
    if (qobject_cast<QMainWindow *>(window) != nullptr) {
        auto *cover = new LockCover(*window);
        connect(cover, &LockCover::showWanted, &m_lock, &models::IdleLock::unlock);
        m_covers.emplace_back(cover);
        return;
    }
    const bool passing = window->windowType() == Qt::Popup || window->windowType() == Qt::ToolTip;
    if (!passing) {
        forget(window);
        m_dialogs.push_back({.window = window, .place = window->geometry()});
    }
    if (auto *dialog = qobject_cast<QDialog *>(window)) {
        connect(dialog, &QDialog::finished, this, [this, dialog] { forget(dialog); });
    }
    window->hide();
}

/// Who ended while he was hidden is not shown again.
void LockedWindows::forget(const QWidget *window)
{
    std::erase_if(m_dialogs, [window](const Dialog &dialog) { return dialog.window == window; });
}

/// Not within its own show(), which goes on after this; until then it paints nothing.
void LockedWindows::hideSoon(QWidget *window)
{
    window->setUpdatesEnabled(false);
    const auto hideNow = [this, window = QPointer(window)] {
        if (!window) {
            return;
        }
        if (window->isVisible() && m_lock.isLocked()) {
            hideWindow(window);
        }
        window->setUpdatesEnabled(true);
    };
    QMetaObject::invokeMethod(this, hideNow, Qt::QueuedConnection);
}

void LockedWindows::showAll()
{
    for (const QPointer<LockCover> &cover : std::exchange(m_covers, {})) {
        if (cover) {
            cover->reveal();
        }
    }
    for (const Dialog &dialog : std::exchange(m_dialogs, {})) {
        if (dialog.window) {
            dialog.window->show();
            dialog.window->setGeometry(dialog.place);
        }
    }
}

bool LockedWindows::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_lock.isLocked()) {
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (widget->isWindow() && qobject_cast<QMainWindow *>(widget) == nullptr) {
            hideSoon(widget);
        }
    }
    const bool forContent = !qobject_cast<QWindow *>(watched) && !belongsToCover(watched);
    return (isKeyOrShortcut(event->type()) && forContent) || QObject::eventFilter(watched, event);
}

} // namespace saltdesk::ui
