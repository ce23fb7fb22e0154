// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace saltdesk::api {

/// The JSON with every number that may not fit 64 bits (or a double) put in quotes. simdjson refuses a whole document
/// for one such number, and a legal one may stand in custom_fields or in an id; as a text it is kept to the last digit.
[[nodiscard]] QByteArray quoteLargeNumbers(QByteArrayView body);

} // namespace saltdesk::api
