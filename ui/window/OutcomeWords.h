// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "operations/OperationOutcome.h"
#include "states/Message.h"

#include <QDateTime>

#include <optional>

namespace saltdesk::ui {

/// How a write ended, in words, with what is different now. Pure; `now` is the server's time.
[[nodiscard]] Message outcomeMessage(const models::OperationOutcome &outcome, const models::ConnectionSummary &before,
                                     const std::optional<models::ConnectionSummary> &after, const QDateTime &now);
/// How the attempt ended that an operation had started or answered; `errorClass` is empty when it went well.
[[nodiscard]] Message attemptMessage(models::Operation operation, const models::ConnectionSummary &before,
                                     const models::ConnectionSummary &after, const QString &errorClass,
                                     const QDateTime &now);

} // namespace saltdesk::ui
