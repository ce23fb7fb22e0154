// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConnectionDecoder.h"
#include "transport/ApiError.h"
#include "types/Ids.h"

#include <optional>

namespace saltdesk::models {

enum class Operation : unsigned char { Refresh, Update, Remove, Reconnect, Answer, Revoke };

/// Whether an attempt runs after it, where it took effect.
[[nodiscard]] constexpr bool leavesAttemptRunning(Operation operation)
{
    return operation == Operation::Refresh || operation == Operation::Reconnect || operation == Operation::Answer;
}

/// How a write ended, after the reading back where its fate was not told.
struct OperationOutcome
{
    enum class Kind {
        Done,
        /// The API, or a rule before sending, said no: see error.
        Failed,
        /// No answer came, but the reading back shows that it took effect.
        FoundDone,
        /// No answer came, and the reading back shows that it did not take effect.
        FoundNotDone,
        /// No answer came and the reading back failed too: the agent must look again.
        Unknown
    };
    Operation operation = Operation::Refresh;
    api::ConnectionId connection;
    Kind kind = Kind::Failed;
    std::optional<api::ApiError> error;
    /// The connection afterwards, where the write or the reading back told it.
    std::optional<api::ConnectionDocument> after;
    /// Of an answer: the stage that asked.
    api::StageId question = {};

    [[nodiscard]] bool tookEffect() const { return kind == Kind::Done || kind == Kind::FoundDone; }
};

} // namespace saltdesk::models
