// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace saltdesk::api {

/// Whether what is called so is a secret: "Secret", "connection_secret", "credentials", "Authorization", "connect_url"…
/// Upper and lower case are the same, and so are "-" and "_". Pure.
[[nodiscard]] bool isSecretName(QByteArrayView name);

/// Names that only a header has: as a word of a sentence or a member of an answer they hide nothing.
[[nodiscard]] bool isSecretHeader(QByteArrayView name);

} // namespace saltdesk::api
