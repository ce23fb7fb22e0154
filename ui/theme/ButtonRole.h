// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractButton;
class QWidget;

namespace saltdesk::ui {

/// What a button means to the eye; the style paints it. A place has one primary button at most.
enum class ButtonRole { Normal, Primary, Destructive, Quiet };

void setButtonRole(QAbstractButton *button, ButtonRole role);
[[nodiscard]] ButtonRole buttonRole(const QWidget *button);

} // namespace saltdesk::ui
