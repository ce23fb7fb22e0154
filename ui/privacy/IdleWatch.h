// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace saltdesk::models {
class IdleLock;
}

namespace saltdesk::ui {

/// Tells the idle lock of every key, click, turn of the wheel and touch that the program gets. Borrows the lock.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(models::IdleLock &lock, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    models::IdleLock &m_lock;
};

} // namespace saltdesk::ui
