// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileListPage.h"

#include "profiles/ProfileDelegate.h"
#include "profiles/ProfileExchange.h"
#include "secrets/KeychainWords.h"
#include "secrets/ProfileVault.h"
#include "states/MessageBar.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

namespace saltdesk::ui {

using models::Profile;
using namespace Qt::Literals::StringLiterals;

ProfileListPage::ProfileListPage(models::ProfileStore &store, models::ProfileVault &vault, bool withSandbox,
                                 QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_vault(vault)
    , m_model(store, withSandbox)
    , m_message(new MessageBar)
    , m_list(new QTreeView)
    , m_edit(button(tr("&Edit")))
    , m_duplicate(button(tr("Dup&licate")))
    , m_test(button(tr("Te&st connection")))
    , m_remove(button(tr("&Remove profile")))
    , m_export(button(tr("E&xport…")))
{
    build();
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editWanted(*chosen()); });
    connect(m_test, &QPushButton::clicked, this, [this] { emit testWanted(*chosen()); });
    connect(m_duplicate, &QPushButton::clicked, this, &ProfileListPage::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ProfileListPage::askToRemove);
    connect(m_export, &QPushButton::clicked, this, &ProfileListPage::exportFile);
    connect(m_message, &MessageBar::actionTriggered, this, &ProfileListPage::remove);
    connect(m_list, &QTreeView::activated, this, &ProfileListPage::activated);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_leaving.isEmpty()) {
            // The question was about another one.
            m_leaving.clear();
            m_message->clear();
        }
        showButtons();
        emit choiceChanged();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ProfileListPage::showButtons);
    if (!m_store.warnings().isEmpty()) {
        tell(tr("Not every profile could be read."), m_store.warnings().join(u' '));
    }
    choose({});
}

QPushButton *ProfileListPage::button(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    return button;
}

void ProfileListPage::build()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setMinimumSectionSize(110);
    QPushButton *add = button(tr("&Add profile"));
    QPushButton *import = button(tr("&Import…"));
    connect(add, &QPushButton::clicked, this, &ProfileListPage::addWanted);
    connect(import, &QPushButton::clicked, this, &ProfileListPage::importFile);
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    for (QPushButton *one : {add, m_edit, m_duplicate, m_test, m_remove}) {
        side->addWidget(one);
    }
    side->addSpacing(8);
    side->addWidget(import);
    side->addWidget(m_export);
    side->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_list, 1);
    row->addLayout(side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addLayout(row, 1);
    setTabOrder(m_list, add);
}

void ProfileListPage::choose(const QString &id)
{
    m_list->setCurrentIndex(m_model.index(m_model.rowOf(id), 0));
    showButtons();
}

bool ProfileListPage::hasChoice() const
{
    return m_list->currentIndex().isValid();
}

std::optional<Profile> ProfileListPage::chosen() const
{
    return m_model.profile(m_list->currentIndex().row());
}

void ProfileListPage::begin()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ProfileListPage::showButtons()
{
    const bool saved = chosen().has_value();
    for (QPushButton *one : {m_edit, m_duplicate, m_test, m_remove}) {
        one->setEnabled(saved);
    }
    m_export->setEnabled(!m_store.profiles().isEmpty());
}

void ProfileListPage::duplicate()
{
    Profile copy = *chosen();
    const QString original = copy.id;
    copy.id = models::newProfile().id;
    copy.name = m_store.freeName(copy.name);
    // The profile first: without it nobody would ever find its keys.
    if (const auto saved = m_store.save(copy); !saved) {
        return tell(tr("The profile was not duplicated."), saved.error());
    }
    choose(copy.id);
    m_vault.copy(original, copy.id, this, [this](const models::KeychainResult<void> &copied) {
        if (!copied && copied.error().problem != models::KeychainProblem::NotFound) {
            m_message->tell(keychainMessage(models::KeychainAct::Write, copied.error()));
        }
    });
}

void ProfileListPage::askToRemove()
{
    m_message->clear();
    m_leaving = chosen()->id;
    m_message->tell({.tone = models::Tone::Warning,
                     .title = tr("Remove the profile “%1”?").arg(chosen()->name),
                     .text = tr("Its keys leave the keychain too. Nothing changes at Salt Edge."),
                     .actionText = tr("Remove profile")});
}

void ProfileListPage::remove()
{
    const QString leaving = std::exchange(m_leaving, {});
    m_message->clear();
    if (leaving.isEmpty()) {
        return;
    }
    // The keys first: without the profile nobody would ever find them.
    m_vault.forget(leaving, this, [this, leaving](const models::KeychainResult<void> &forgotten) {
        if (!forgotten && forgotten.error().problem != models::KeychainProblem::Unavailable) {
            return m_message->tell(keychainMessage(models::KeychainAct::Remove, forgotten.error()));
        }
        if (const auto removed = m_store.remove(leaving); !removed) {
            return tell(tr("The profile was not removed."), removed.error());
        }
        choose({});
    });
}

void ProfileListPage::importFile()
{
    auto *chooser = new QFileDialog(this, tr("Import profiles"), {}, tr("Profiles (*.json);;All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ProfileListPage::takeFile);
    chooser->open();
}

void ProfileListPage::takeFile(const QString &path)
{
    const auto imported = models::importProfiles(path, m_store);
    if (!imported) {
        return tell(tr("Nothing was imported."), imported.error());
    }
    for (const Profile &profile : imported->profiles) {
        if (const auto saved = m_store.save(profile); !saved) {
            return tell(tr("Not every profile was imported."), saved.error());
        }
        choose(profile.id);
    }
    const auto count = int(imported->profiles.size());
    const QString title =
        count == 1 ? tr("One profile was imported.") : tr("%n profiles were imported.", nullptr, count);
    m_message->tell({.tone = models::Tone::Good,
                     .title = title,
                     .text = QStringList(imported->warnings + QStringList{tr("Add the keys with Edit.")}).join(u' ')});
}

void ProfileListPage::exportFile()
{
    auto *chooser = new QFileDialog(this, tr("Export profiles without their secrets"), u"saltdesk-profiles.json"_s,
                                    tr("Profiles (*.json)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"json"_s);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto written = models::exportProfiles(m_store.profiles(), path); !written) {
            return tell(tr("Nothing was exported."), written.error());
        }
        m_message->tell({.tone = models::Tone::Good,
                         .title = tr("The profiles were exported without their secrets."),
                         .text = path});
    });
    chooser->open();
}

void ProfileListPage::tell(const Message &message)
{
    m_message->tell(message);
}

void ProfileListPage::tell(const QString &title, const QString &text)
{
    m_message->tell({.tone = models::Tone::Bad, .title = title, .text = text});
}

} // namespace saltdesk::ui
