// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Connection.h"
#include "types/ConnectionPage.h"

namespace saltdesk::models {

/// A connection that was read in full as a page of one row, so that single answers and lists take one way in. The
/// secret stays behind.
[[nodiscard]] api::ConnectionPage singlePage(const api::Connection &connection);

} // namespace saltdesk::models
