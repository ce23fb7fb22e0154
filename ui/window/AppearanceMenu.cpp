// SPDX-License-Identifier: Apache-2.0
#include "window/AppearanceMenu.h"

#include "theme/Theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace saltdesk::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AppearanceMenu", text);
}

} // namespace

void addAppearanceMenu(QMenu &menu, Theme &theme)
{
    menu.addSeparator();
    QMenu *appearance = menu.addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(appearance);
    const auto add = [&](Theme::Mode mode, const QString &text) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme.mode() == mode);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &theme, [&theme, mode] { theme.setMode(mode); });
        QObject::connect(&theme, &Theme::modeChanged, action,
                         [action, mode](Theme::Mode now) { action->setChecked(now == mode); });
    };
    add(Theme::Mode::System, tr("As the &desktop"));
    add(Theme::Mode::Light, tr("&Light"));
    add(Theme::Mode::Dark, tr("Dar&k"));
}

} // namespace saltdesk::ui
