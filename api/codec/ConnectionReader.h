// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ObjectReader.h"
#include "types/Connection.h"

namespace saltdesk::api {

/// Reads a connection (reference 3.1). Its id is empty when there was none; the caller decides what that means.
[[nodiscard]] Connection readConnection(const ObjectReader &reader);

} // namespace saltdesk::api
