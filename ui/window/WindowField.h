// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace saltdesk::ui {

/// A line of text that leaves the window its keys. On X11 a QLineEdit takes Ctrl+E for "end of line" and Ctrl+K for
/// "delete up to it"; here they open the update dialog and the find field wherever the focus is.
class WindowField : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    bool event(QEvent *event) override;
};

} // namespace saltdesk::ui
