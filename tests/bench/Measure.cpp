// SPDX-License-Identifier: Apache-2.0
#include "Measure.h"

#include <QTextStream>

#include <algorithm>

namespace saltdesk::bench {

using namespace Qt::Literals::StringLiterals;

namespace {

QString inMs(Milliseconds time)
{
    return u"%1 ms"_s.arg(time.count(), 0, 'f', time.count() < 10 ? 2 : 0);
}

} // namespace

std::vector<Milliseconds> timed(int times, const std::function<void()> &work)
{
    work();
    std::vector<Milliseconds> samples;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        samples.emplace_back(std::chrono::steady_clock::now() - start);
    }
    return samples;
}

Milliseconds median(std::vector<Milliseconds> samples)
{
    std::sort(samples.begin(), samples.end());
    return samples.at(samples.size() / 2);
}

Milliseconds worst(const std::vector<Milliseconds> &samples)
{
    return *std::max_element(samples.begin(), samples.end());
}

void report(const QString &what, const QString &ours, const QString &floor, const QString &ratio, const QString &aim)
{
    QTextStream(stdout) << what.leftJustified(44) << ours.rightJustified(12) << floor.rightJustified(12)
                        << ratio.rightJustified(9) << "   " << aim << Qt::endl;
}

void reportTimes(const QString &what, Milliseconds ours, Milliseconds floor, double aim)
{
    report(what, inMs(ours), inMs(floor), u"%1 x"_s.arg(ours / floor, 0, 'f', 2), u"<= %1 x"_s.arg(aim));
}

void reportBound(const QString &what, Milliseconds typical, Milliseconds slowest, double aimMs)
{
    report(what, inMs(typical), u"worst %1"_s.arg(inMs(slowest)), {}, u"<= %1 ms"_s.arg(aimMs));
}

} // namespace saltdesk::bench
