// SPDX-License-Identifier: Apache-2.0
#include "window/FirstLoad.h"

#include "workspace/Workspace.h"

#include <QTimer>

namespace saltdesk::ui {

using State = models::CustomerScope::State;
using namespace std::chrono_literals;

namespace {
/// How long rows wait for the details of the chosen one.
constexpr auto longestWait = 3s;
} // namespace

FirstLoad::FirstLoad(models::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace.scope(), &models::CustomerScope::changed, this, &FirstLoad::look);
    connect(&workspace.scope(), &models::CustomerScope::firstReadingEnded, this, &FirstLoad::look,
            Qt::QueuedConnection);
    connect(&workspace.openConnection(), &models::OpenConnection::changed, this, &FirstLoad::look);
}

void FirstLoad::windowShown()
{
    m_shown = true;
    // Not before the loop runs twice: a search may be started right after showing.
    QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, this, &FirstLoad::look); });
}

bool FirstLoad::isReading() const
{
    const State state = m_workspace.scope().state();
    return state == State::Searching || state == State::Loading;
}

bool FirstLoad::detailsAreComing() const
{
    const models::OpenConnection &open = m_workspace.openConnection();
    return m_workspace.scope().state() == State::Shown && m_workspace.connections().rowCount() > 0 &&
           !open.document() && !open.error();
}

void FirstLoad::look()
{
    if (m_told || !m_shown || isReading()) {
        return;
    }
    if (!detailsAreComing()) {
        QTimer::singleShot(0, this, &FirstLoad::tell);
    } else if (!m_waits) {
        m_waits = true;
        QTimer::singleShot(longestWait, this, &FirstLoad::tell);
    }
}

void FirstLoad::tell()
{
    if (!m_told && !isReading()) {
        m_told = true;
        emit ended();
    }
}

} // namespace saltdesk::ui
