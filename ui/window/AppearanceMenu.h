// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenu;

namespace saltdesk::ui {

class Theme;

/// Adds "Appearance" with light, dark and the desktop's choice to a menu.
void addAppearanceMenu(QMenu &menu, Theme &theme);

} // namespace saltdesk::ui
