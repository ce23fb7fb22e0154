// SPDX-License-Identifier: Apache-2.0
#include "UnattendedRun.h"

#include "ErrorLine.h"
#include "PrintedConnections.h"
#include "Session.h"
#include "redaction/Redactor.h"
#include "states/PageState.h"

#include <QCoreApplication>
#include <QTextStream>

namespace saltdesk::app {

UnattendedRun::UnattendedRun(CommandLine line, Session &session, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_session(session)
{
    connect(&session.window(), &ui::MainWindow::firstLoadEnded, this, &UnattendedRun::finish, Qt::QueuedConnection);
}

void UnattendedRun::finish()
{
    using enum models::CustomerScope::State;
    const models::CustomerScope::State state = m_session.workspace().scope().state();
    const bool listed = state == Shown || state == Empty;
    if (m_line.print) {
        printList(listed);
    }
    if (!m_line.screenshot.isEmpty() && !writeScreenshot()) {
        QTextStream(stderr) << tr("saltdesk: cannot write the picture '%1'\n").arg(m_line.screenshot);
        QCoreApplication::exit(static_cast<int>(ExitCode::Failed));
        return;
    }
    QCoreApplication::exit(static_cast<int>(m_line.print && !listed ? ExitCode::Failed : ExitCode::Ok));
}

void UnattendedRun::printList(bool listed) const
{
    models::Workspace &workspace = m_session.workspace();
    if (listed) {
        QTextStream(stdout) << api::redacted(printedConnections(workspace.connections()));
        return;
    }
    // What the window says in place of the table.
    const ui::PageState page = ui::pageState(workspace.environment(), workspace.scope(), workspace.connections());
    writeErrorLine(page.title + u". " + page.text);
}

bool UnattendedRun::writeScreenshot() const
{
    return m_session.window().grab().save(m_line.screenshot, "PNG");
}

} // namespace saltdesk::app
