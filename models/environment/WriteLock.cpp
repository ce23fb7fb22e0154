// SPDX-License-Identifier: Apache-2.0
#include "environment/WriteLock.h"

#include "transport/ApiClient.h"

namespace saltdesk::models {

using namespace std::chrono_literals;

WriteLock::WriteLock(api::ApiClient &client, const api::Clock &clock, bool startsLocked, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_lockable(startsLocked)
{
    m_client.setReadOnly(startsLocked);
    // The clock decides, not one long timer, which a sleeping machine would stretch.
    m_relock.setInterval(500ms);
    connect(&m_relock, &QTimer::timeout, this, [this] {
        if (left() <= 0s) {
            lock();
        }
    });
}

bool WriteLock::isLocked() const
{
    return m_client.isReadOnly();
}

void WriteLock::unlock(std::chrono::minutes span)
{
    if (!m_lockable) {
        return;
    }
    m_until = m_clock.now().addSecs(std::chrono::seconds(span).count());
    m_client.setReadOnly(false);
    m_relock.start();
    emit changed();
}

void WriteLock::lock()
{
    if (!m_lockable || isLocked()) {
        return;
    }
    m_relock.stop();
    m_until = {};
    m_client.setReadOnly(true);
    emit changed();
}

std::chrono::seconds WriteLock::left() const
{
    return m_until.isValid() ? qMax(0s, std::chrono::seconds(m_clock.now().secsTo(m_until))) : 0s;
}

} // namespace saltdesk::models
