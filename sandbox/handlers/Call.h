// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"
#include "http/Refusal.h"

#include <QByteArray>
#include <QMap>
#include <functional>

namespace saltdesk::sandbox {

/// A request that has passed the gate and the rules of its route.
struct Call
{
    /// What stood in the path's `{…}`; empty for routes without one.
    QString id = {};
    QMap<QString, QString> query = {};
    /// The body's `data`, already of the right shape.
    QJsonObject data = {};
    Instant now = {};
    /// The path without query, for `next_page`.
    QString path = {};
    /// Scheme and host as the client addressed them, for links to the sandbox's own pages.
    QByteArray origin = {};
};

/// A handler answers with the finished JSON body, or refuses.
using Handler = std::function<Outcome<QByteArray>(const Call &)>;

} // namespace saltdesk::sandbox
