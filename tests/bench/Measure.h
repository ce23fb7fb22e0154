// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace saltdesk::bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Runs `work` once to warm up and then `times` times.
[[nodiscard]] std::vector<Milliseconds> timed(int times, const std::function<void()> &work);
[[nodiscard]] Milliseconds median(std::vector<Milliseconds> samples);
[[nodiscard]] Milliseconds worst(const std::vector<Milliseconds> &samples);

/// One line of the report: what, our figure, the floor's figure if there is one, the ratio and what we aim at.
void report(const QString &what, const QString &ours, const QString &floor, const QString &ratio, const QString &aim);
void reportTimes(const QString &what, Milliseconds ours, Milliseconds floor, double aim);
void reportBound(const QString &what, Milliseconds typical, Milliseconds slowest, double aimMs);

} // namespace saltdesk::bench
