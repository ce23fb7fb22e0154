// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"
#include "types/Clock.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

#include <tl/expected.hpp>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// Whether writes may leave. The gate itself is in ApiClient; this is its switch: a LIVE environment starts locked, an
/// unlock needs a reason there and ends by itself, and where the administrator's policy forbids writes nothing unlocks
/// them. GUI thread; borrows client and clock.
class WriteLock : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes unlockSpan{10};
    static constexpr qsizetype longestReason = 200;

    WriteLock(api::ApiClient &client, const api::Clock &clock, const Environment &environment,
              QObject *parent = nullptr);
    /// Locks.
    ~WriteLock() override;

    [[nodiscard]] bool isLocked() const;
    /// False where writes are always on.
    [[nodiscard]] bool canLock() const { return m_isLive || m_isForbidden; }
    /// False where the policy forbids writes: they are locked for good.
    [[nodiscard]] bool canUnlock() const { return m_isLive && !m_isForbidden; }
    /// Why the policy's or this reason unlocks nothing, as a sentence; unset: it would do.
    [[nodiscard]] std::optional<QString> objectionTo(const QString &reason) const;
    /// For `unlockSpan` from now, also while unlocked. The error is objectionTo()'s.
    [[nodiscard]] tl::expected<void, QString> unlock(const QString &reason);
    void lock();
    /// Zero while locked, or where writes are always on.
    [[nodiscard]] std::chrono::seconds left() const;
    /// The reason or ticket number of the running unlock, trimmed; else empty.
    [[nodiscard]] const QString &reason() const { return m_reason; }

signals:
    void changed();

private:
    [[nodiscard]] bool isTimeLeft() const;

    api::ApiClient &m_client;
    const api::Clock &m_clock;
    bool m_isLive;
    bool m_isForbidden;
    QDateTime m_until;
    QString m_reason;
    QTimer m_relock;
};

} // namespace saltdesk::models
