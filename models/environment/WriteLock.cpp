// SPDX-License-Identifier: Apache-2.0
#include "environment/WriteLock.h"

#include "transport/ApiClient.h"

#include <algorithm>

namespace saltdesk::models {

using namespace std::chrono_literals;

WriteLock::WriteLock(api::ApiClient &client, const api::Clock &clock, const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_isLive(environment.kind == EnvironmentKind::Live)
    , m_isForbidden(environment.readOnlyByPolicy)
{
    m_client.setReadOnly(canLock());
    if (canLock()) {
        m_client.setWriteGate([this] { return isTimeLeft(); });
    }
    // The clock decides, not one long timer, which a sleeping machine would stretch.
    m_relock.setInterval(500ms);
    connect(&m_relock, &QTimer::timeout, this, [this] {
        if (!isTimeLeft()) {
            lock();
        }
    });
}

WriteLock::~WriteLock()
{
    lock();
    m_client.setWriteGate({});
}

bool WriteLock::isTimeLeft() const
{
    // A clock that was set back would stretch the time.
    return left() > 0s && left() <= unlockSpan;
}

bool WriteLock::isLocked() const
{
    return m_client.isReadOnly();
}

std::optional<QString> WriteLock::objectionTo(const QString &reason) const
{
    if (m_isForbidden) {
        return tr("The policy of this computer allows no changes, so writes stay locked. Ask your administrator.");
    }
    const QString text = reason.trimmed();
    if (text.isEmpty()) {
        return tr("Say what the change is for, or give the ticket's number.");
    }
    if (std::ranges::any_of(text, [](QChar c) {
            return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        })) {
        return tr("The reason must be a single line.");
    }
    if (text.size() > longestReason) {
        return tr("The reason must be no longer than %1 characters.").arg(longestReason);
    }
    return std::nullopt;
}

tl::expected<void, QString> WriteLock::unlock(const QString &reason)
{
    if (!canLock()) {
        return {};
    }
    if (const std::optional<QString> objection = objectionTo(reason)) {
        return tl::unexpected(*objection);
    }
    m_reason = reason.trimmed();
    m_until = m_clock.now().addSecs(std::chrono::seconds(unlockSpan).count());
    m_client.setReadOnly(false);
    m_relock.start();
    emit changed();
    return {};
}

void WriteLock::lock()
{
    if (!canLock() || isLocked()) {
        return;
    }
    m_relock.stop();
    m_until = {};
    m_reason.clear();
    m_client.setReadOnly(true);
    emit changed();
}

std::chrono::seconds WriteLock::left() const
{
    return m_until.isValid() ? qMax(0s, std::chrono::seconds(m_clock.now().secsTo(m_until))) : 0s;
}

} // namespace saltdesk::models
