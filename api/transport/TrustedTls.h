// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>

namespace saltdesk::api {

struct ApiEndpoint;

/// Whom a connection to the endpoint trusts, and how: TLS 1.2 or later, the system's certificates and the endpoint's
/// own. Loads the TLS library at the first call.
[[nodiscard]] QSslConfiguration trustedTls(const ApiEndpoint &endpoint);

} // namespace saltdesk::api
