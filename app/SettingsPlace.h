// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/SettingsUpgrade.h"

namespace saltdesk::app {

/// Brings the settings of the windows to this version and makes every QSettings() of the program read and write them.
/// Where they must not be touched, it reads and writes a place that ends with the program. After the application has
/// its name, before the first QSettings.
[[nodiscard]] models::SettingsCondition openSettings();

} // namespace saltdesk::app
