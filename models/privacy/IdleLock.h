// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Clock.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace saltdesk::models {

/// Whether the program hides what it shows because nobody has touched it for a while, or because somebody asked for it.
/// GUI thread; borrows the clock.
///
/// The clock decides, not one long timer, which a sleeping machine would stretch: whoever wakes it finds the window
/// hidden. Where the clock was set back, the time begins anew.
class IdleLock : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes usualSpan{10};

    explicit IdleLock(const api::Clock &clock, std::chrono::milliseconds span = usualSpan, QObject *parent = nullptr);

    /// A key, the mouse or a finger; does not open what is locked.
    void noticeActivity();
    void lock();
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] std::chrono::milliseconds span() const { return m_span; }
    /// Zero: only by hand.
    void setSpan(std::chrono::milliseconds span);

signals:
    void changed(bool locked);

private:
    void check();
    [[nodiscard]] std::chrono::milliseconds idle() const;

    const api::Clock &m_clock;
    std::chrono::milliseconds m_span;
    QDateTime m_lastActivity;
    QTimer m_look;
    bool m_locked = false;
};

} // namespace saltdesk::models
