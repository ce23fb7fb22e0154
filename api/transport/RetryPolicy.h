// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <chrono>
#include <functional>
#include <optional>

namespace saltdesk::api {

/// When a GET is sent again, and after how long: capped exponential back-off with jitter. Pure; the caller owns the
/// timer.
struct RetryPolicy
{
    int maxTries = 4;
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds maxDelay{8'000};
    /// A server that asks for a longer pause than this is not waited for; the error carries its wish instead.
    std::chrono::seconds longestRetryAfter{30};
    /// A number in [0, 1); each delay is between half and the whole of its step.
    std::function<double()> jitter;

    /// The pause before the next try, or nothing when the error is final. `tryNumber` is that of the failed try,
    /// from 1.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(int tryNumber, const ApiError &error) const;
};

} // namespace saltdesk::api
