// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"
#include "state/Connection.h"
#include "state/Consent.h"
#include "state/Customer.h"

namespace saltdesk::sandbox {

/// The objects of reference section 3 as they go over the wire, every documented member included.
[[nodiscard]] QJsonObject customerJson(const Customer &customer);
[[nodiscard]] QJsonObject consentJson(const Consent &consent);
[[nodiscard]] QJsonObject stageJson(const Stage &stage);
/// With `stages`, as the routes of attempts answer.
[[nodiscard]] QJsonObject attemptJson(const Attempt &attempt);
/// With `last_attempt` and its `last_stage`.
[[nodiscard]] QJsonObject connectionJson(const Connection &connection, const Bank &bank);

/// The `secret` member of the object with this id: the same for every reply.
[[nodiscard]] QString secretOf(const QString &id);

} // namespace saltdesk::sandbox
