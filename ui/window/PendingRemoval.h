// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace saltdesk::ui {

/// A removal that was confirmed and waits a moment in case it was a mistake. One at a time. Nothing is sent here, and
/// nothing is due any more once it is undone or this object is gone: a window that closes removes nothing.
class PendingRemoval : public QObject
{
    Q_OBJECT

public:
    explicit PendingRemoval(std::chrono::milliseconds span, QObject *parent = nullptr);

    /// False: another one is waiting.
    bool start(const models::ConnectionSummary &connection);
    void undo();
    /// The span stands still until resume(): somebody is being asked about it. Both do nothing while none waits.
    void hold();
    void resume();
    [[nodiscard]] const std::optional<models::ConnectionSummary> &connection() const { return m_connection; }
    [[nodiscard]] std::chrono::seconds left() const;

signals:
    /// Started, undone, or a second went by.
    void changed();
    void due(const saltdesk::api::ConnectionId &id);

private:
    void tick();

    [[nodiscard]] std::chrono::milliseconds remaining() const;

    std::chrono::milliseconds m_span;
    /// Of the span, when m_since was started.
    std::chrono::milliseconds m_rest{0};
    std::optional<models::ConnectionSummary> m_connection;
    QElapsedTimer m_since;
    QTimer m_timer;
};

} // namespace saltdesk::ui
