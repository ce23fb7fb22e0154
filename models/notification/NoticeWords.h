// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "notification/Notice.h"
#include "question/WaitingQuestion.h"

#include <QDateTime>

#include <vector>

namespace saltdesk::models {

/// How an attempt ended that was followed.
struct EndedAttempt
{
    api::ConnectionId connection;
    /// Empty: it succeeded.
    QString errorClass;
};

/// The notices in words. Pure; translated; one line each.

[[nodiscard]] Notice questionNotice(const WaitingQuestion &question);
[[nodiscard]] Notice attemptNotice(const EndedAttempt &attempt, const QString &bank);
/// `ending` is not empty, soonest first; `now` is the server's time.
[[nodiscard]] Notice consentsNotice(const std::vector<ConnectionSummary> &ending, const QDateTime &now);

} // namespace saltdesk::models
