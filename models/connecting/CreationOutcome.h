// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "types/Ids.h"

#include <optional>

namespace saltdesk::models {

/// How the creation of a connection ended, after the reading back where its fate was not told.
struct CreationOutcome
{
    enum class Kind {
        Created,
        /// The API, or a rule before sending, said no: see error. There is no new connection.
        Refused,
        /// No answer came, but a connection to this bank appeared since: it is taken for the new one.
        FoundCreated,
        /// No answer came, and the list of the customer shows nothing new.
        FoundNothing,
        /// No answer came and the list could not be read either: the agent must look.
        Unknown
    };
    Kind kind = Kind::Refused;
    /// Set when there is a connection.
    api::ConnectionId connection;
    api::AttemptId attempt;
    std::optional<api::ApiError> error;
};

} // namespace saltdesk::models
