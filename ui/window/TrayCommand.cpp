// SPDX-License-Identifier: Apache-2.0
#include "window/TrayCommand.h"

#include "notification/TrayIcon.h"
#include "window/WindowRaising.h"
#include "workspace/Workspace.h"

#include <QMainWindow>
#include <QMenu>
#include <QSettings>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString trayKey = u"notices/tray"_s;

} // namespace

TrayCommand::TrayCommand(models::Workspace &workspace, QMenu &menu, QAction &quit, QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_quit(quit)
    , m_window(window)
    , m_choice(menu.addAction(tr("&Show in the system tray")))
{
    m_choice->setCheckable(true);
    m_choice->setChecked(QSettings().value(trayKey).toBool());
    menu.setToolTipsVisible(true);
    // A tray may come and go with the desktop's own programs.
    connect(&menu, &QMenu::aboutToShow, this, &TrayCommand::showChoice);
    connect(m_choice, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(trayKey, on);
        showIcon();
    });
    connect(&workspace.questions(), &models::QuestionQueue::changed, this, &TrayCommand::showIcon);
    showIcon();
}

TrayCommand::~TrayCommand() = default;

void TrayCommand::showChoice()
{
    const bool possible = TrayIcon::isPossible();
    const QString what = possible ? tr("An icon that says how many questions wait, and brings this window")
                                  : tr("This desktop has no system tray.");
    m_choice->setEnabled(possible);
    m_choice->setText(possible ? tr("&Show in the system tray")
                               : tr("&Show in the system tray (this desktop has none)"));
    m_choice->setToolTip(what);
    m_choice->setStatusTip(what);
}

void TrayCommand::showIcon()
{
    const bool wanted = m_choice->isChecked() && TrayIcon::isPossible();
    if (wanted && !m_icon) {
        m_icon = std::make_unique<TrayIcon>(m_quit);
        connect(m_icon.get(), &TrayIcon::windowWanted, this, [this] { raiseWindow(m_window); });
    }
    if (m_icon) {
        m_icon->tellWaiting(int(m_workspace.questions().waiting().size()));
        m_icon->setShown(wanted);
    }
}

} // namespace saltdesk::ui
