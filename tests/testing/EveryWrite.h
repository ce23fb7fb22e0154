// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::testing {

/// A write that a resource class can send, and what must be seen of it on the wire.
struct EveryWrite
{
    const char *name;
    QByteArray verb;
    /// Below the base URL, with the query.
    QByteArray target;
    QByteArray body;
    /// A body that answers it well.
    QByteArray answer;
    /// Sends it, turns the event loop until it has ended, and gives its error if there was one.
    std::function<std::optional<api::ApiError>(api::ApiClient &)> send;
};

/// All of them, one for each write of every resource class: what holds for writes is tested over this list. A write
/// that is added to a resource class is added here.
[[nodiscard]] std::vector<EveryWrite> everyWrite();

} // namespace saltdesk::testing
