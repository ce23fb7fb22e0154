// SPDX-License-Identifier: Apache-2.0
#include "notification/TrayIcon.h"

#include <QAction>
#include <QGuiApplication>

namespace saltdesk::ui {

TrayIcon::TrayIcon(QAction &quit, QObject *parent)
    : QObject(parent)
    , m_icon(QGuiApplication::windowIcon())
{
    connect(m_menu.addAction(tr("&Show Saltdesk")), &QAction::triggered, this, &TrayIcon::windowWanted);
    m_menu.addAction(&quit);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            emit windowWanted();
        }
    });
    tellWaiting(0);
}

bool TrayIcon::isPossible()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setShown(bool shown)
{
    m_icon.setVisible(shown);
}

void TrayIcon::tellWaiting(int questions)
{
    // English has no translation file, so its one singular is a sentence of its own.
    m_icon.setToolTip(questions == 0   ? tr("Saltdesk: no bank waits for an answer")
                      : questions == 1 ? tr("Saltdesk: one question of a bank waits for an answer")
                                       : tr("Saltdesk: %n questions of banks wait for an answer", nullptr, questions));
}

} // namespace saltdesk::ui
