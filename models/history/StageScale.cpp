// SPDX-License-Identifier: Apache-2.0
#include "history/StageScale.h"

#include "history/AttemptResult.h"

#include <algorithm>
#include <numeric>

namespace saltdesk::models {
namespace {

using std::chrono::milliseconds;

/// A stage whose times are those that can be believed; invalid where there is none.
struct TimedStage
{
    const api::Stage *stage;
    std::size_t place;
    QDateTime begins;
    QDateTime touched;
    /// Its own beginning, or that of the one it was sent after.
    QDateTime sortedBy;
};

class Belief
{
public:
    Belief(const api::Attempt &attempt, const QDateTime &now)
        : m_earliest(QDate(2010, 1, 1), QTime(0, 0), Qt::UTC)
        , m_latest(now.addDays(1))
    {
        const QDateTime began = timeOf(attempt.createdAt);
        if (began.isValid()) {
            m_earliest = began.addDays(-1);
        }
    }
    [[nodiscard]] QDateTime timeOf(const api::Member<QDateTime> &told) const
    {
        const QDateTime &time = told.value();
        return time.isValid() && time >= m_earliest && time <= m_latest ? time : QDateTime();
    }

private:
    QDateTime m_earliest;
    QDateTime m_latest;
};

std::vector<TimedStage> inOrder(const std::vector<api::Stage> &stages, const Belief &belief)
{
    std::vector<TimedStage> timed;
    timed.reserve(stages.size());
    // Before every time that is believed, so that the first ones stay first.
    QDateTime last = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const QDateTime begins = belief.timeOf(stages[i].createdAt);
        last = begins.isValid() ? begins : last;
        timed.push_back({&stages[i], i, begins, belief.timeOf(stages[i].updatedAt), last});
    }
    std::ranges::stable_sort(timed, {}, &TimedStage::sortedBy);
    return timed;
}

bool isEnd(const api::Stage &stage)
{
    return stage.name.known == api::StageName::Finish || stage.name.known == api::StageName::Disconnect;
}

/// Every attempt comes to `finish`, a failed one too: it failed in the last stage before the end.
std::size_t whereItFailed(const std::vector<TimedStage> &timed)
{
    for (std::size_t i = timed.size(); i > 0; --i) {
        if (!isEnd(*timed[i - 1].stage)) {
            return i - 1;
        }
    }
    return timed.size() - 1;
}

std::optional<milliseconds> between(const QDateTime &from, const QDateTime &to)
{
    const bool known = from.isValid() && to.isValid() && to >= from;
    return known ? std::optional(milliseconds(from.msecsTo(to))) : std::nullopt;
}

QDateTime endOf(const std::vector<TimedStage> &timed, std::size_t i, bool running, const QDateTime &now)
{
    const bool last = i + 1 == timed.size();
    const QDateTime next = !last ? timed[i + 1].begins : running ? now : QDateTime();
    return next.isValid() ? next : timed[i].touched;
}

} // namespace

StageScale StageScale::of(const api::Attempt &attempt, const QDateTime &now)
{
    StageScale scale;
    const std::vector<TimedStage> timed = inOrder(attempt.stages.value(), Belief(attempt, now));
    if (timed.empty()) {
        return scale;
    }
    const AttemptResult result = resultOf(attempt);
    const bool running = result == AttemptResult::Running;
    const std::size_t failedAt = result == AttemptResult::Failed ? whereItFailed(timed) : timed.size();
    for (std::size_t i = 0; i < timed.size(); ++i) {
        const api::Stage &stage = *timed[i].stage;
        StageSpan span{.name = stage.name.text,
                       .place = timed[i].place,
                       .spent = between(timed[i].begins, endOf(timed, i, running, now))};
        if (i == failedAt) {
            span.kind = StageSpan::Kind::Failed;
        } else if (stage.name.known == api::StageName::Interactive) {
            span.kind = StageSpan::Kind::Interactive;
        } else if (running && i + 1 == timed.size()) {
            span.kind = StageSpan::Kind::Running;
        }
        scale.spans.push_back(std::move(span));
    }
    return scale;
}

std::vector<int> StageScale::widths(int whole, int least) const
{
    const auto count = static_cast<int>(spans.size());
    std::vector<int> widths(spans.size(), 0);
    if (count == 0 || whole <= 0) {
        return widths;
    }
    least = std::clamp(least, 0, whole / count);
    const auto spent = [](const StageSpan &span) { return double(span.spent.value_or(milliseconds(0)).count()); };
    const double total = std::accumulate(spans.begin(), spans.end(), 0.0,
                                         [&](double sum, const StageSpan &span) { return sum + spent(span); });
    // What is left over the least widths is shared; each edge is rounded, so that the errors do not add up.
    const int room = whole - least * count;
    double before = 0;
    int edge = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        before += total > 0 ? spent(spans[i]) / total : 1.0 / count;
        const int next = i + 1 == spans.size() ? room : std::min(room, qRound(before * room));
        widths[i] = least + next - edge;
        edge = next;
    }
    return widths;
}

} // namespace saltdesk::models
