// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenu;

namespace saltdesk::models {
class LocalHistory;
}

namespace saltdesk::ui {

/// Adds "Keep history" to a menu: how long what was seen is remembered on this computer. The choice is remembered in
/// the settings and put into force at once. Borrows the history, which outlives the menu.
void addRetentionMenu(QMenu &menu, models::LocalHistory &history);

} // namespace saltdesk::ui
