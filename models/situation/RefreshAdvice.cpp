// SPDX-License-Identifier: Apache-2.0
#include "situation/RefreshAdvice.h"

namespace saltdesk::models {

RefreshAdvice refreshAdvice(const ConnectionSummary &connection, const QDateTime &now, RefreshLimits limits)
{
    using Kind = RefreshAdvice::Kind;
    if (connection.status == api::ConnectionStatus::Inactive || connection.status == api::ConnectionStatus::Disabled) {
        return {Kind::NeedsReconnect, {}};
    }
    if (connection.fetching) {
        return {Kind::Running, {}};
    }
    if (limits == RefreshLimits::ApiOnly) {
        return {Kind::Now, {}};
    }
    if (!connection.nextRefreshPossibleAt.isValid()) {
        return {Kind::NotNow, {}};
    }
    if (connection.nextRefreshPossibleAt > now) {
        return {Kind::Later, connection.nextRefreshPossibleAt};
    }
    return {Kind::Now, {}};
}

} // namespace saltdesk::models
