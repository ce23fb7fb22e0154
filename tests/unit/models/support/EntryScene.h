// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/Answers.h"
#include "testing/ManualClock.h"

#include "connecting/ConnectionEntry.h"
#include "workspace/Workspace.h"

#include <QPointer>

#include <memory>

namespace saltdesk::testing {

/// A workspace that shows customer 22 with connection 11, and one try to connect. What is new is connection 13, its
/// attempt 79.
struct EntryScene
{
    EntryScene();

    /// Finds customer 22 and waits for his list.
    [[nodiscard]] bool show();
    /// What a look at this connection brings from now on, alone or in the list.
    void is(const ConnectionJson &connection);
    [[nodiscard]] bool waitFor(models::ConnectionEntry::State state) const;
    [[nodiscard]] bool send(const models::ConnectionChoices &choices);

    RoutedNetwork network;
    ManualClock clock;
    std::unique_ptr<models::Workspace> workspace;
    QPointer<models::ConnectionEntry> entry;
    api::Provider bank;
    /// The states it told of, each once in a row.
    QStringList states;
    int changes = 0;
};

[[nodiscard]] QString nameOf(models::ConnectionEntry::State state);
[[nodiscard]] models::ConnectionChoices newConnection(const QString &customer = QStringLiteral("22"));
[[nodiscard]] models::ConnectionChoices reconnection();
/// Connection 13 as it is made, at this stage.
[[nodiscard]] ConnectionJson made(const QString &stage = QStringLiteral("start"),
                                  const QString &stageId = QStringLiteral("1"));
/// Connection 11 in attempt 78, at this stage.
[[nodiscard]] ConnectionJson again(const QString &stage = QStringLiteral("start"),
                                   const QString &stageId = QStringLiteral("1"));
/// The connection after its attempt ended with InvalidCredentials.
[[nodiscard]] ConnectionJson failing(ConnectionJson connection);

} // namespace saltdesk::testing
