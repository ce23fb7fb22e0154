// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::ui {

/// What to do about an error class of the API (reference 7), where there is something better to do than to ask the
/// vendor; else empty. Pure.
[[nodiscard]] QString classAdvice(const QString &errorClass);

} // namespace saltdesk::ui
