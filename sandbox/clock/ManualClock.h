// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

#include <atomic>

namespace saltdesk::sandbox {

/// A clock that moves only when it is told to. For tests; may be moved while a server runs on it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start)
        : m_now(start)
    {}

    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.load() + by; }
    void set(Instant to) { m_now = to; }

private:
    std::atomic<Instant> m_now;
};

} // namespace saltdesk::sandbox
