// SPDX-License-Identifier: Apache-2.0
#include "history/AttemptResult.h"

#include <algorithm>

namespace saltdesk::models {

AttemptResult resultOf(const api::Attempt &attempt)
{
    if (attempt.failAt.hasValue() || !attempt.failErrorClass.value().isEmpty()) {
        return AttemptResult::Failed;
    }
    const api::Stage *stage = lastStageOf(attempt);
    const bool over = attempt.finished.value() || attempt.successAt.hasValue() ||
                      (stage != nullptr && stage->name.known == api::StageName::Finish);
    if (!over) {
        return AttemptResult::Running;
    }
    return attempt.partial.value() ? AttemptResult::InPart : AttemptResult::Succeeded;
}

const api::Stage *lastStageOf(const api::Attempt &attempt)
{
    if (attempt.stages && !attempt.stages->empty()) {
        // Nothing comes after the end, in whatever order they were sent.
        const auto &stages = *attempt.stages;
        const auto end = std::ranges::find_if(
            stages, [](const api::Stage &stage) { return stage.name.known == api::StageName::Finish; });
        return end != stages.end() ? &*end : &stages.back();
    }
    return attempt.lastStage ? &attempt.lastStage.value() : nullptr;
}

} // namespace saltdesk::models
