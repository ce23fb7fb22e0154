// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "privacy/LockCover.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace saltdesk::models {
class IdleLock;
}

namespace saltdesk::ui {

/// Hides every window of the program while the idle lock is locked: main windows behind a cover, dialogs altogether,
/// and those that open meanwhile at once. What was typed into banks' forms and secret fields is wiped; no key but those
/// of the cover does anything. GUI thread; borrows the lock.
class LockedWindows : public QObject
{
    Q_OBJECT

public:
    explicit LockedWindows(models::IdleLock &lock, QObject *parent = nullptr);
    ~LockedWindows() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Dialog
    {
        QPointer<QWidget> window;
        QRect place;
    };

    void follow(bool locked);
    void hideWindow(QWidget *window);
    void hideSoon(QWidget *window);
    void forget(const QWidget *window);
    void showAll();
    static void wipeTyped();

    models::IdleLock &m_lock;
    std::vector<QPointer<LockCover>> m_covers;
    std::vector<Dialog> m_dialogs;
};

} // namespace saltdesk::ui
