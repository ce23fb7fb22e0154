// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Clock.h"

#include <chrono>

namespace saltdesk::testing {

/// A clock that stands still until a test moves it. Starts at 2026-11-23 10:42:07 UTC.
class ManualClock final : public api::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now{QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC};
};

} // namespace saltdesk::testing
