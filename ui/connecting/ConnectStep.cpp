// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectStep.h"

namespace saltdesk::ui {

std::optional<ConnectStep> stepBefore(ConnectStep step, bool reconnect)
{
    switch (step) {
    case ConnectStep::Bank:
        return ConnectStep::Customer;
    case ConnectStep::Consent:
        return reconnect ? std::nullopt : std::optional(ConnectStep::Bank);
    case ConnectStep::Credentials:
        return ConnectStep::Consent;
    case ConnectStep::Customer:
    case ConnectStep::Progress:
        break;
    }
    return std::nullopt;
}

} // namespace saltdesk::ui
