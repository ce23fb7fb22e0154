// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/OperationOutcome.h"
#include "transport/Result.h"
#include "types/ConnectionRequests.h"
#include "types/Consent.h"
#include "types/Ids.h"

#include <optional>

namespace saltdesk::models {

/// What must be remembered of a write to tell from a look at the connection whether it took effect.
struct ReadBack
{
    Operation operation = Operation::Refresh;
    /// Of a refresh, a reconnect or an answer: the last attempt before it; unset when that is not known.
    std::optional<api::AttemptId> attemptBefore;
    /// Of an answer: the stage that asked.
    api::StageId question;
    /// Of an update: what was asked for.
    api::UpdateConnectionRequest asked;
};

/// Pure. `seen` is what a show brought after the write whose answer was lost.
[[nodiscard]] OperationOutcome::Kind judgeReadBack(const ReadBack &write,
                                                   const api::Result<api::ConnectionDocument> &seen);
/// The same of a revocation, which shows in the consent.
[[nodiscard]] OperationOutcome::Kind judgeRevocation(const api::Result<api::Consent> &seen);

} // namespace saltdesk::models
