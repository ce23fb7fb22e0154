// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

namespace saltdesk::sandbox {

/// How far Salt Edge has let the client company in (reference 1.4).
enum class ClientStatus {
    /// No limit of any kind; the sandbox's own, so that nothing stands in a newcomer's way.
    Open,
    Pending,
    Test,
    Live,
    Restricted,
    Disabled,
};

/// The client company to which the API key belongs.
struct ClientAccount
{
    ClientStatus status = ClientStatus::Open;
    /// Its registrations at the banks with client keys (reference 8).
    bool hasProviderKeys = true;
    /// Connections made from here on count against the quota of `Pending` and `Test`; those of the start state do not.
    Instant since = {};
};

} // namespace saltdesk::sandbox
