// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// A code as it is copied out of a message, without what only separates: "123 456" and "123-456" become "123456". A
/// text that is more than digits and separators only loses the space around it, and what can't be seen. Pure.
[[nodiscard]] QString cleanedCode(const QString &pasted);

} // namespace saltdesk::models
