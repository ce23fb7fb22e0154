// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace saltdesk::models {

/// What is asked of a keychain.
enum class KeychainAct : unsigned char { Read, Write, Remove };

} // namespace saltdesk::models
