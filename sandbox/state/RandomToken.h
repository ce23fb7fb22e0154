// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::sandbox {

/// 256 bits from the system's generator, in letters that need no escape in a URL: nobody can guess it.
[[nodiscard]] QString randomToken();

} // namespace saltdesk::sandbox
