// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"

#include <QDateTime>

namespace saltdesk::models {

/// Whether a refresh at the bank makes sense now. The server has the last word; this is what the button shows.
struct RefreshAdvice
{
    enum class Kind {
        Now,
        /// At `when`, by the server's clock.
        Later,
        /// An attempt is running.
        Running,
        /// Inactive or disabled: a reconnect is needed (reference 2, Refresh).
        NeedsReconnect,
        /// The API gave no time (reference 3.1: read as "not now").
        NotNow
    };
    Kind kind = Kind::NotNow;
    QDateTime when;
};

/// Whether the time that the bank recommends is waited for, or the API alone decides.
enum class RefreshLimits : unsigned char { Recommended, ApiOnly };

/// Pure. `now` is the server's time.
[[nodiscard]] RefreshAdvice refreshAdvice(const ConnectionSummary &connection, const QDateTime &now,
                                          RefreshLimits limits = RefreshLimits::Recommended);

} // namespace saltdesk::models
