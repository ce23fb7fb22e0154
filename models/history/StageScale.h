// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Attempt.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace saltdesk::models {

/// One stage of an attempt with the time that was spent in it.
struct StageSpan
{
    enum class Kind : unsigned char {
        Passed,
        /// The bank waited for the customer, or still does.
        Interactive,
        Running,
        /// The attempt failed in it.
        Failed
    };
    /// As the API names it; a name that is not known is kept.
    QString name;
    Kind kind = Kind::Passed;
    /// Where it stands in the list that the API sent.
    std::size_t place = 0;
    /// Unset: the API tells no time for it, or none that can be believed.
    std::optional<std::chrono::milliseconds> spent = std::nullopt;

    friend bool operator==(const StageSpan &, const StageSpan &) = default;
};

/// The stages of an attempt in the order of their times, for a strip whose parts are as wide as the time that was
/// spent in each. Pure; built from whatever the API sent.
///
/// A time is believed when it lies between the first year of the API and tomorrow, and not a day before its attempt
/// began. Stages without such a time stay behind the one that they were sent after, and have no duration.
struct StageScale
{
    std::vector<StageSpan> spans;

    /// `now` is the server's time: how long a running stage has taken so far.
    [[nodiscard]] static StageScale of(const api::Attempt &attempt, const QDateTime &now);

    /// How wide each part is where all are `whole` wide: in proportion to the time, but none narrower than `least` as
    /// long as there is room, so that a short stage is seen. They sum up to `whole`.
    [[nodiscard]] std::vector<int> widths(int whole, int least) const;
    [[nodiscard]] bool isEmpty() const { return spans.empty(); }

    friend bool operator==(const StageScale &, const StageScale &) = default;
};

} // namespace saltdesk::models

Q_DECLARE_METATYPE(saltdesk::models::StageScale)
