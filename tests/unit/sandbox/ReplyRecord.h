// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Reply.h"
#include "http/Request.h"

namespace saltdesk::sandbox {

/// Appends an exchange to the file that the environment's SALTDESK_REPLY_RECORD names, as a line of JSON that the
/// contract tests hold against the OpenAPI document; without the variable it does nothing.
void recordReply(const Request &request, const Reply &reply);

} // namespace saltdesk::sandbox
