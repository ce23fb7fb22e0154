// SPDX-License-Identifier: Apache-2.0
#include "window/RecentCommands.h"

#include "window/FindField.h"
#include "window/WindowActions.h"
#include "workspace/Workspace.h"

#include <QSignalBlocker>

namespace saltdesk::ui {

RecentCommands::RecentCommands(models::Workspace &workspace, const WindowActions &actions, FindField &field,
                               QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pin(actions.pinCustomer)
    , m_field(field)
{
    connect(&workspace.recent(), &models::RecentCustomers::changed, this, &RecentCommands::showRecent);
    connect(&workspace.scope(), &models::CustomerScope::changed, this, &RecentCommands::showPin);
    connect(m_pin, &QAction::toggled, this, [this](bool pinned) {
        if (const auto &customer = m_workspace.scope().customer()) {
            m_workspace.recent().setPinned(customer->id, pinned);
        }
    });
    connect(&field, &FindField::textEdited, this, &RecentCommands::lookUp);
    showRecent();
}

void RecentCommands::lookUp(const QString &typed)
{
    // One letter is in everything.
    if (typed.trimmed().size() < 2) {
        return;
    }
    m_workspace.localHistory()
        .search(typed.trimmed())
        .then(this, [this, typed](const models::HistoryResult<std::vector<models::HistoryHit>> &hits) {
            if (hits) {
                m_field.offerHits(*hits, typed);
            }
        });
}

void RecentCommands::showRecent()
{
    m_field.offerRecent(m_workspace.recent().customers());
    showPin();
}

void RecentCommands::showPin()
{
    const auto &customer = m_workspace.scope().customer();
    const bool isKnown = customer && m_workspace.recent().last() == customer->id;
    const QSignalBlocker quiet(m_pin);
    m_pin->setEnabled(isKnown);
    m_pin->setChecked(isKnown && m_workspace.recent().isPinned(customer->id));
}

} // namespace saltdesk::ui
