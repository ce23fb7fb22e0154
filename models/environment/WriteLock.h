// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Clock.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// Whether writes may leave. The gate itself is in ApiClient; this is its switch: a LIVE environment starts locked, and
/// an unlock ends by itself. GUI thread; borrows client and clock.
class WriteLock : public QObject
{
    Q_OBJECT

public:
    WriteLock(api::ApiClient &client, const api::Clock &clock, bool startsLocked, QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const;
    /// False where writes are always on.
    [[nodiscard]] bool canLock() const { return m_lockable; }
    void unlock(std::chrono::minutes span = std::chrono::minutes{10});
    void lock();
    /// Zero while locked, or where writes are always on.
    [[nodiscard]] std::chrono::seconds left() const;

signals:
    void changed();

private:
    api::ApiClient &m_client;
    const api::Clock &m_clock;
    bool m_lockable;
    QDateTime m_until;
    QTimer m_relock;
};

} // namespace saltdesk::models
