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
    showRecent();
}

void RecentCommands::showRecent()
{
    QStringList labels;
    for (const models::RecentCustomer &customer : m_workspace.recent().customers()) {
        labels << customer.label;
    }
    m_field.offer(labels);
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
