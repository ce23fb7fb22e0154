// SPDX-License-Identifier: Apache-2.0
#include "window/NoticeCommands.h"

#include "connections/ConnectionsView.h"
#include "window/FilterBar.h"
#include "window/TrayCommand.h"
#include "window/WindowActions.h"
#include "window/WindowRaising.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>

namespace saltdesk::ui {

using models::Notice;
using models::NoticeSource;

NoticeCommands::NoticeCommands(models::Workspace &workspace, const WindowActions &actions, ConnectionsView &table,
                               FilterBar &filter, QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_table(table)
    , m_filter(filter)
    , m_window(window)
{
    QMenu &menu = *actions.viewMenu();
    menu.addSeparator();
    addDoNotDisturb(menu);
    new TrayCommand(workspace, menu, *actions.quit, window);
    NoticeSource &notices = workspace.notices();
    connect(&notices, &NoticeSource::raised, this, &NoticeCommands::tell);
    connect(&notices, &NoticeSource::withdrawn, this, [this](const QString &key) {
        m_told.remove(key);
        m_desktop.withdraw(key);
    });
    connect(&notices, &NoticeSource::allWithdrawn, this, &NoticeCommands::withdrawAll);
    connect(&m_desktop, &DesktopNotices::activated, this, &NoticeCommands::follow);
}

void NoticeCommands::addDoNotDisturb(QMenu &menu)
{
    m_doNotDisturb = menu.addAction(tr("Do &not disturb"));
    m_doNotDisturb->setCheckable(true);
    m_doNotDisturb->setStatusTip(tr("No notices on the desktop until you switch it off; questions still show here"));
    auto *hint = new QLabel(tr("Do not disturb"));
    QFont bold = hint->font();
    bold.setBold(true);
    hint->setFont(bold);
    hint->setToolTip(tr("Nothing is told on the desktop; questions still show here"));
    hint->hide();
    m_window.statusBar()->addPermanentWidget(hint);
    connect(m_doNotDisturb, &QAction::toggled, hint, &QWidget::setVisible);
    connect(m_doNotDisturb, &QAction::toggled, this, [this](bool on) {
        if (on) {
            withdrawAll();
        }
        m_workspace.notices().setHeld(on);
    });
}

void NoticeCommands::withdrawAll()
{
    for (const QStringList keys = m_told.keys(); const QString &key : keys) {
        m_desktop.withdraw(key);
    }
    m_told.clear();
}

void NoticeCommands::tell(const Notice &notice)
{
    const models::Attention attention{.isInFront = QGuiApplication::applicationState() == Qt::ApplicationActive,
                                      .doNotDisturb = m_doNotDisturb->isChecked()};
    if (!models::isTold(notice.kind, attention)) {
        return;
    }
    m_told.insert(notice.key(), notice);
    m_desktop.show(notice.key(), notice.title, notice.text);
    if (!attention.isInFront) {
        QApplication::alert(&m_window);
    }
}

void NoticeCommands::follow(const QString &key)
{
    const auto found = m_told.constFind(key);
    if (found == m_told.constEnd()) {
        return;
    }
    const Notice notice = *found;
    raiseWindow(m_window);
    show(notice.connection);
    if (notice.kind == Notice::Kind::Question) {
        emit answerWanted(notice.connection);
    }
}

void NoticeCommands::show(const api::ConnectionId &connection)
{
    models::ConnectionsModel &connections = m_workspace.connections();
    if (!connections.summary(connection)) {
        return m_workspace.scope().openConnection(connection);
    }
    if (connections.rowOf(connection) < 0) {
        m_filter.clear();
    }
    m_table.chooseRow(connections.rowOf(connection));
}

} // namespace saltdesk::ui
