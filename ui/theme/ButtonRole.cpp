// SPDX-License-Identifier: Apache-2.0
#include "theme/ButtonRole.h"

#include <QAbstractButton>
#include <QVariant>

namespace saltdesk::ui {

namespace {
constexpr const char *propertyName = "saltdeskButtonRole";
}

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(propertyName, static_cast<int>(role));
    QFont font = button->font();
    font.setBold(role == ButtonRole::Primary);
    button->setFont(font);
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button == nullptr ? ButtonRole::Normal : static_cast<ButtonRole>(button->property(propertyName).toInt());
}

} // namespace saltdesk::ui
