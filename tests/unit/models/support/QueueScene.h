// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/Bench.h"
#include "support/RowSpec.h"

#include "following/AttemptPoller.h"
#include "history/ProviderDirectory.h"
#include "question/QuestionQueue.h"

#include <memory>

namespace saltdesk::testing {

/// A queue of questions over connections of customer 22, with everything it said. The poller never looks by itself: the
/// tests say what its followers see.
struct QueueScene
{
    QueueScene();

    models::AttemptFollower &follow(const QString &id = QStringLiteral("11"),
                                    const QString &attempt = QStringLiteral("77"));
    static void see(models::AttemptFollower &follower, const RowSpec &spec);
    [[nodiscard]] bool wait(qsizetype questions);
    /// Whatever was on its way has arrived.
    [[nodiscard]] bool settle();
    /// How often the connection was read.
    [[nodiscard]] int looks(const QString &id = QStringLiteral("11")) const;
    /// Connection 11 comes to its question 88, which waits then; null if it does not.
    [[nodiscard]] models::AttemptFollower *begin();

    Bench bench;
    models::AttemptPoller poller;
    models::ProviderDirectory providers;
    std::unique_ptr<models::QuestionQueue> queue;
    QStringList said;
    QList<models::WaitingQuestion> asked;
    QList<models::QuestionQueue::Notice> notices;
    QList<models::QuestionQueue::Withdrawal> reasons;
};

/// A connection that asks for these fields, as it is read.
[[nodiscard]] ConnectionJson asking(const QString &stageId = QStringLiteral("88"),
                                    const QStringList &fields = {QStringLiteral("sms")},
                                    const QString &id = QStringLiteral("11"));
/// What a follower sees of attempt 77.
[[nodiscard]] RowSpec stageRow(const QString &stage, const QString &stageId, const QString &id = QStringLiteral("11"));

} // namespace saltdesk::testing
