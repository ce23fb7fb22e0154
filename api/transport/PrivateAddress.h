// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QUrl;

namespace saltdesk::api {

/// Which web addresses may be asked or opened with something of the customer's in them. Pure.

[[nodiscard]] bool isThisComputer(const QString &host);
/// https, or http that never leaves this computer.
[[nodiscard]] bool isPrivateInTransit(const QUrl &url);
/// Private in transit, and a whole address: valid, with a host and without a user's name.
[[nodiscard]] bool isPrivateAddress(const QUrl &url);

} // namespace saltdesk::api
