// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace saltdesk::api {

/// Replaces by "•••" what stands where secrets stand, whether or not anybody knows it as one: the value of a header
/// ("Secret: …"), of a JSON member ("connection_secret": …, "credentials": {…}), of a field of a query or form
/// (token=…), private keys in PEM, and the user in an address. The names are those of isSecretName(). JSON may be
/// escaped inside a JSON text, and cut off: what has no end is hidden to the end. Pure; one pass over the text.
[[nodiscard]] QByteArray hideShapes(const QByteArray &text);

} // namespace saltdesk::api
