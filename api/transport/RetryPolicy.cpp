// SPDX-License-Identifier: Apache-2.0
#include "transport/RetryPolicy.h"

#include <QRandomGenerator>

#include <algorithm>

namespace saltdesk::api {

namespace {

/// A timeout is not among them: somebody has waited for half a minute already and decides better than we do.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::RateLimited || kind == ErrorKind::ServerFault;
}

} // namespace

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int tryNumber, const ApiError &error) const
{
    if (tryNumber >= maxTries || !isPassing(error.kind)) {
        return std::nullopt;
    }
    if (error.retryAfter) {
        return *error.retryAfter <= longestRetryAfter ? std::optional<std::chrono::milliseconds>(*error.retryAfter)
                                                      : std::nullopt;
    }
    // Sixteen doublings are beyond any cap; more would overflow.
    const auto step = std::min(firstDelay * (1 << std::clamp(tryNumber - 1, 0, 16)), maxDelay);
    const double share = jitter ? jitter() : QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(step.count() / 2 +
                                     static_cast<qint64>(share * static_cast<double>(step.count()) / 2));
}

} // namespace saltdesk::api
