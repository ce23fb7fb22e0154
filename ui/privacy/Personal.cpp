// SPDX-License-Identifier: Apache-2.0
#include "privacy/Personal.h"

#include <QVariant>
#include <QWidget>

namespace saltdesk::ui {

namespace {
constexpr auto veiledProperty = "saltdeskVeiled";
}

void markPersonal(QWidget *widget, bool personal)
{
    if (isPersonal(widget) != personal) {
        widget->setProperty(personalProperty, personal);
    }
}

bool isPersonal(const QWidget *widget)
{
    return widget->property(personalProperty).toBool();
}

bool isVeiled(const QWidget *widget)
{
    return widget != nullptr && widget->property(veiledProperty).toBool();
}

void setVeiled(QWidget *widget, bool veiled)
{
    widget->setProperty(veiledProperty, veiled);
}

} // namespace saltdesk::ui
