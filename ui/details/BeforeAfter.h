// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::ui {

/// The proof that an attempt helped: "inactive → active, last success 12 s ago". Empty while the attempt that came
/// after `before` runs, and where it failed and changed nothing. Pure; `now` is the server's time.
[[nodiscard]] QString beforeAfterWords(const models::ConnectionSummary &before, const models::ConnectionSummary &after,
                                       const QDateTime &now);

/// Whether the words count seconds.
[[nodiscard]] bool countsSeconds(const models::ConnectionSummary &after, const QDateTime &now);

} // namespace saltdesk::ui
