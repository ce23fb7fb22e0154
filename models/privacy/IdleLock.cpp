// SPDX-License-Identifier: Apache-2.0
#include "privacy/IdleLock.h"

#include <algorithm>

namespace saltdesk::models {

using namespace std::chrono_literals;

namespace {
constexpr auto longestLook = std::chrono::milliseconds{5s};
constexpr auto shortestLook = 10ms;
} // namespace

IdleLock::IdleLock(const api::Clock &clock, std::chrono::milliseconds span, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_span(span)
    , m_lastActivity(clock.now())
{
    connect(&m_look, &QTimer::timeout, this, &IdleLock::check);
    setSpan(span);
}

void IdleLock::setSpan(std::chrono::milliseconds span)
{
    m_span = span;
    m_lastActivity = m_clock.now();
    m_look.setInterval(std::clamp(span / 10, shortestLook, longestLook));
    span > 0ms && !m_locked ? m_look.start() : m_look.stop();
}

std::chrono::milliseconds IdleLock::idle() const
{
    return std::chrono::milliseconds(m_lastActivity.msecsTo(m_clock.now()));
}

void IdleLock::noticeActivity()
{
    // The touch that comes after the time is over is the first of somebody who was away.
    check();
    m_lastActivity = m_clock.now();
}

void IdleLock::check()
{
    if (idle() < 0ms) {
        m_lastActivity = m_clock.now();
    } else if (m_span > 0ms && idle() >= m_span) {
        lock();
    }
}

void IdleLock::lock()
{
    if (!m_locked) {
        m_locked = true;
        m_look.stop();
        emit changed(true);
    }
}

void IdleLock::unlock()
{
    if (m_locked) {
        m_locked = false;
        setSpan(m_span);
        emit changed(false);
    }
}

} // namespace saltdesk::models
