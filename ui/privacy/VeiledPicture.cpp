// SPDX-License-Identifier: Apache-2.0
#include "privacy/VeiledPicture.h"

#include "privacy/Personal.h"
#include "privacy/PresenterVeils.h"

#include <QWidget>

namespace saltdesk::ui {

QPixmap veiledPicture(QWidget &widget)
{
    QWidgetList open = widget.findChildren<QWidget *>();
    open.removeIf([](const QWidget *child) { return !isPersonal(child) || isVeiled(child); });
    for (QWidget *child : std::as_const(open)) {
        PresenterVeils::apply(child, true);
    }
    const QPixmap picture = widget.grab();
    for (QWidget *child : std::as_const(open)) {
        PresenterVeils::apply(child, false);
    }
    return picture;
}

} // namespace saltdesk::ui
