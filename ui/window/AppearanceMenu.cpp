// SPDX-License-Identifier: Apache-2.0
#include "window/AppearanceMenu.h"

#include "theme/Theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace saltdesk::ui {

namespace {

struct AppearanceTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::AppearanceMenu)
};

} // namespace

void addAppearanceMenu(QMenu &menu, Theme &theme)
{
    menu.addSeparator();
    QMenu *appearance = menu.addMenu(AppearanceTexts::tr("&Appearance"));
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
    add(Theme::Mode::System, AppearanceTexts::tr("As the &desktop"));
    add(Theme::Mode::Light, AppearanceTexts::tr("&Light"));
    add(Theme::Mode::Dark, AppearanceTexts::tr("Dar&k"));
}

} // namespace saltdesk::ui
