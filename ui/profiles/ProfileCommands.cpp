// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileCommands.h"

#include "policy/Policy.h"
#include "profiles/ProfileStore.h"
#include "profiles/ProfilesDialog.h"

#include <QActionGroup>
#include <QMenu>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int profilesWithKeys = 9;

/// A menu reads "&" as a mnemonic, and a name may hold one.
QString menuText(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

ProfileCommands::ProfileCommands(const ProfileServices &services, const QString &current, bool onSandbox,
                                 QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_current(current)
    , m_onSandbox(onSandbox)
    , m_window(window)
    , m_menu(new QMenu(tr("&Profile"), window))
{
    fill();
    // Later: it may be one of its own actions that changed the store, or that checked another profile than the one in
    // use.
    connect(&services.store, &models::ProfileStore::changed, this, &ProfileCommands::fill, Qt::QueuedConnection);
    connect(m_menu, &QMenu::triggered, this, &ProfileCommands::fill, Qt::QueuedConnection);
}

void ProfileCommands::fill()
{
    m_menu->clear();
    delete m_group;
    m_group = new QActionGroup(m_menu);
    int number = 0;
    for (const models::Profile &profile : m_services.store.profiles()) {
        QAction *action = add(menuText(profile.name), ++number, profile.id == m_current);
        action->setToolTip(profile.baseUrl.toString().toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, id = profile.id] {
            if (id != m_current) {
                emit profileWanted(id);
            }
        });
        m_group->addAction(action);
    }
    QAction *sandbox = add(tr("Built-in &sandbox"), ++number, m_onSandbox);
    sandbox->setEnabled(!m_services.policy.forbids(models::EnvironmentKind::Sandbox));
    connect(sandbox, &QAction::triggered, this, [this] {
        if (!m_onSandbox) {
            emit sandboxWanted();
        }
    });
    m_group->addAction(sandbox);
    m_menu->addSeparator();
    QAction *choose = m_menu->addAction(tr("&Profiles…"), QKeySequence(u"Ctrl+,"_s), this, &ProfileCommands::choose);
    choose->setToolTip(tr("Choose, add, edit, test, remove profiles"));
    choose->setWhatsThis(choose->toolTip());
    QAction *test = m_menu->addAction(tr("&Test connection"), this, &ProfileCommands::test);
    test->setEnabled(!m_current.isEmpty());
}

QAction *ProfileCommands::add(const QString &text, int number, bool isCurrent)
{
    QAction *action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setWhatsThis(tr("Change to %1").arg(action->text().remove(u'&')));
    action->setChecked(isCurrent);
    if (number <= profilesWithKeys) {
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
    }
    return action;
}

ProfilesDialog *ProfileCommands::dialog()
{
    auto *dialog = new ProfilesDialog(m_services, m_current, m_window);
    connect(dialog, &ProfilesDialog::profileWanted, this, &ProfileCommands::profileWanted);
    connect(dialog, &ProfilesDialog::sandboxWanted, this, &ProfileCommands::sandboxWanted);
    return dialog;
}

void ProfileCommands::choose()
{
    dialog()->open();
}

void ProfileCommands::test()
{
    if (const auto profile = m_services.store.find(m_current)) {
        ProfilesDialog *opened = dialog();
        opened->test(*profile);
        opened->open();
    }
}

} // namespace saltdesk::ui
