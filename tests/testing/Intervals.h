// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>
#include <QTimer>

#include <chrono>

namespace saltdesk::testing {

/// Turns the event loop until a timer of this interval has fired `times` times: whatever repeats at the interval on
/// this thread has then had its turns too, however busy the machine is. For proving that nothing happens.
[[nodiscard]] inline bool passIntervals(std::chrono::milliseconds interval, int times = 5)
{
    int fired = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&fired] { ++fired; });
    timer.start(interval);
    return QTest::qWaitFor([&] { return fired >= times; }, 20'000);
}

} // namespace saltdesk::testing
