// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionRequests.h"

#include <QByteArray>

namespace saltdesk::api {

/// The request bodies of API v5 (reference 2.1 to 2.7), serialised once: `{"data":{…}}`. Unset members are left out.
[[nodiscard]] QByteArray writeCreate(const CreateConnectionRequest &request);
[[nodiscard]] QByteArray writeUpdate(const UpdateConnectionRequest &request);
[[nodiscard]] QByteArray writeReconnect(const ReconnectConnectionRequest &request);
[[nodiscard]] QByteArray writeInteractive(const InteractiveRequest &request);
[[nodiscard]] QByteArray writeRefresh(const RefreshConnectionRequest &request);

} // namespace saltdesk::api
