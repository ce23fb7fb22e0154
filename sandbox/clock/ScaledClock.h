// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

namespace saltdesk::sandbox {

/// The machine's time, from now on `scale` times as fast; 1 is real time. Monotonic: it does not follow a machine whose
/// time is set back.
class ScaledClock final : public Clock
{
public:
    explicit ScaledClock(double scale);

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Instant wall() const override;

private:
    [[nodiscard]] std::chrono::milliseconds elapsed(double scale) const;

    double m_scale;
    Instant m_start;
    std::chrono::steady_clock::time_point m_steadyStart;
};

} // namespace saltdesk::sandbox
