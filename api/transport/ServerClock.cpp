// SPDX-License-Identifier: Apache-2.0
#include "transport/ServerClock.h"

namespace saltdesk::api {

QDateTime ServerClock::now() const
{
    return m_local.now().addMSecs(m_offset.count());
}

void ServerClock::learn(const QDateTime &serverTime)
{
    if (!serverTime.isValid()) {
        return;
    }
    const std::chrono::milliseconds difference{m_local.now().msecsTo(serverTime)};
    m_offset = std::chrono::abs(difference) < std::chrono::seconds{2} ? std::chrono::milliseconds{0} : difference;
}

} // namespace saltdesk::api
