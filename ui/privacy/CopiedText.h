// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::ui {

/// Puts a text on the clipboard, through the redactor: for everything that is copied to be read by people. A secret
/// that is to be copied goes by ClipboardSecret.
void copyRedacted(const QString &text);

} // namespace saltdesk::ui
