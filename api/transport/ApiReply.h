// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace saltdesk::api {

/// A successful answer: JSON by its content type, below the size cap, not yet parsed. `body` keeps spare capacity
/// behind its end so that the parser need not copy it.
struct ApiReply
{
    int httpStatus = 0;
    QByteArray body;
    /// The `Date` header in UTC; invalid when there was none.
    QDateTime serverTime;
};

} // namespace saltdesk::api
