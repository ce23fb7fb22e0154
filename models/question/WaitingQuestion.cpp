// SPDX-License-Identifier: Apache-2.0
#include "question/WaitingQuestion.h"

namespace saltdesk::models {

std::optional<QDateTime> estimatedDeadline(const WaitingQuestion &question, const api::Provider *bank)
{
    if (bank == nullptr || !bank->maxInteractiveDelay || bank->maxInteractiveDelay.value() <= 0 ||
        !question.askedAt.isValid()) {
        return std::nullopt;
    }
    return question.askedAt.addSecs(bank->maxInteractiveDelay.value());
}

const api::Stage *askingStage(const api::Connection &connection)
{
    const api::Member<api::Attempt> &attempt = connection.lastAttempt;
    const bool asks = attempt && !attempt->finished.value() && attempt->lastStage &&
                      attempt->lastStage->name.known == api::StageName::Interactive;
    return asks ? &attempt->lastStage.value() : nullptr;
}

} // namespace saltdesk::models
