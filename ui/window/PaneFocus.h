// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace saltdesk::ui {

/// Moves the focus to the first control of the pane after the one that has it, in a circle; panes without one that can
/// take it are passed over.
void focusNextPane(const QList<QWidget *> &panes, const QWidget *focused);

} // namespace saltdesk::ui
