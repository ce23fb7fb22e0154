// SPDX-License-Identifier: Apache-2.0
#include "clock/ScaledClock.h"

namespace saltdesk::sandbox {

using std::chrono::milliseconds;

ScaledClock::ScaledClock(double scale)
    : m_scale(scale)
    , m_start(std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()))
    , m_steadyStart(std::chrono::steady_clock::now())
{}

Instant ScaledClock::now() const
{
    return m_start + elapsed(m_scale);
}

Instant ScaledClock::wall() const
{
    return m_start + elapsed(1);
}

milliseconds ScaledClock::elapsed(double scale) const
{
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - m_steadyStart;
    return std::chrono::duration_cast<milliseconds>(passed * scale);
}

} // namespace saltdesk::sandbox
