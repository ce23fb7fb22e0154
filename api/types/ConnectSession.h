// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"
#include "types/Member.h"

#include <QDateTime>

namespace saltdesk::api {

/// A page of the hosted Connect widget that waits for the customer (reference 4.9). Whoever has the address can use it,
/// so it is kept like a secret; it must be opened within a minute.
struct ConnectSession
{
    Secret connectUrl;
    Member<QDateTime> expiresAt;

    friend bool operator==(const ConnectSession &, const ConnectSession &) = default;
};

} // namespace saltdesk::api
