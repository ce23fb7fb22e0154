// SPDX-License-Identifier: Apache-2.0
#include "window/QuitQuestion.h"

#include "dialogs/QuitDialog.h"
#include "window/PendingRemoval.h"
#include "workspace/Workspace.h"

namespace saltdesk::ui {

QuitQuestion::QuitQuestion(models::Workspace &workspace, PendingRemoval &removal, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_removal(removal)
    , m_window(window)
{
    connect(&workspace.client(), &api::ApiClient::activeChanged, this, [this] {
        if (!m_dialog.isNull() && unfinished().isEmpty()) {
            m_dialog->reject();
        }
    });
}

bool QuitQuestion::mayClose()
{
    const Unfinished now = unfinished();
    if (m_isDecided || now.isEmpty()) {
        return true;
    }
    if (m_dialog.isNull()) {
        ask(now);
    }
    return false;
}

Unfinished QuitQuestion::unfinished() const
{
    Unfinished unfinished{.removal = {}, .writes = m_workspace.client().activeWrites()};
    if (const auto &connection = m_removal.connection()) {
        unfinished.removal = connection->providerName.isEmpty() ? connection->id.toString() : connection->providerName;
    }
    return unfinished;
}

void QuitQuestion::ask(const Unfinished &unfinished)
{
    m_removal.hold();
    m_dialog = new QuitDialog(unfinished, m_window);
    connect(m_dialog, &QDialog::rejected, &m_removal, &PendingRemoval::resume);
    connect(m_dialog, &QDialog::rejected, this, &QuitQuestion::kept);
    connect(m_dialog, &QDialog::accepted, this, [this] {
        m_isDecided = true;
        m_window->close();
    });
    m_dialog->open();
}

} // namespace saltdesk::ui
