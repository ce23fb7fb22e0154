// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectionEntry.h"
#include "situation/Situation.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::ui {

/// How it stands with a connection that is being made, in words. All plain text.
struct EntryWords
{
    models::Tone tone = models::Tone::Running;
    QString headline;
    /// Why, what happens now, who must act.
    QString text = {};
    /// The proof, or the small print of a failure.
    QString fine = {};
};

/// `bank` is its name; `after` the connection as it is known now, where it is.
[[nodiscard]] EntryWords entryWords(const models::ConnectionEntry &entry, const QString &bank,
                                    const std::optional<models::ConnectionSummary> &after, const QDateTime &now);

} // namespace saltdesk::ui
