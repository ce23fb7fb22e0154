// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionPage.h"
#include "types/Ids.h"

namespace saltdesk::models {

/// The row of a connection in a page of any order, or null.
[[nodiscard]] const api::ConnectionRow *rowIn(const api::ConnectionPage &page, const api::ConnectionId &id);

} // namespace saltdesk::models
