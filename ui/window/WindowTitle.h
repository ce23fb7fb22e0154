// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QString>

namespace saltdesk::ui {

/// The title of the main window. In LIVE no customer is named where a shared screen shows it. Pure.
[[nodiscard]] QString mainWindowTitle(models::EnvironmentKind environment, const QString &customer);

} // namespace saltdesk::ui
