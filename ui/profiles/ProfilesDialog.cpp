// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfilesDialog.h"

#include "policy/Policy.h"
#include "profiles/ProfileEditor.h"
#include "profiles/ProfileListPage.h"
#include "profiles/ProofPage.h"
#include "theme/ButtonRole.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QStackedWidget>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

ProfilesDialog::ProfilesDialog(const ProfileServices &services, const QString &current, QWidget *parent)
    : QDialog(parent)
    , m_list(new ProfileListPage(services.store, services.vault,
                                 !services.policy.forbids(models::EnvironmentKind::Sandbox)))
    , m_editor(new ProfileEditor(services))
    , m_proof(new ProofPage(services))
    , m_pages(new QStackedWidget)
    , m_buttons(new QDialogButtonBox)
    , m_main(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Profiles"));
    setAccessibleName(windowTitle());
    build();
    connect(m_main, &QPushButton::clicked, this, &ProfilesDialog::goOn);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ProfilesDialog::reject);
    connect(m_list, &ProfileListPage::choiceChanged, this, &ProfilesDialog::showButtons);
    connect(m_list, &ProfileListPage::activated, this, &ProfilesDialog::use);
    connect(m_list, &ProfileListPage::addWanted, this, [this] {
        m_editor->beginNew();
        showPage(m_editor);
    });
    connect(m_list, &ProfileListPage::editWanted, this, &ProfilesDialog::edit);
    connect(m_list, &ProfileListPage::testWanted, this, &ProfilesDialog::test);
    connect(m_editor, &ProfileEditor::changed, this, &ProfilesDialog::showButtons);
    connect(m_editor, &ProfileEditor::saved, this, [this](const QString &id) {
        m_list->choose(id);
        showPage(m_list);
        if (const auto against = m_editor->reservations()) {
            m_list->tell(*against);
        }
    });
    connect(m_proof, &ProofPage::changed, this, &ProfilesDialog::showButtons);
    m_list->choose(current);
    showPage(m_list);
}

void ProfilesDialog::build()
{
    m_buttons->addButton(QDialogButtonBox::Close);
    m_buttons->button(QDialogButtonBox::Close)->setObjectName(u"close"_s);
    setButtonRole(m_main, ButtonRole::Primary);
    m_main->setDefault(true);
    for (QWidget *page :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_proof)}) {
        m_pages->addWidget(page);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_pages, 1);
    column->addWidget(m_buttons);
    resize(720, 560);
}

void ProfilesDialog::edit(const models::Profile &profile)
{
    m_list->choose(profile.id);
    m_editor->beginEdit(profile);
    showPage(m_editor);
}

void ProfilesDialog::test(const models::Profile &profile)
{
    m_list->choose(profile.id);
    m_proof->test(profile);
    showPage(m_proof);
}

void ProfilesDialog::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    showButtons();
    if (page == m_list) {
        m_list->begin();
    }
}

void ProfilesDialog::showButtons()
{
    QWidget *page = m_pages->currentWidget();
    if (page == m_list) {
        m_main->setText(tr("&Use this profile"));
        m_main->setEnabled(m_list->hasChoice());
    } else if (page == m_editor) {
        m_main->setText(m_editor->verb());
        m_main->setEnabled(m_editor->canSubmit());
    } else {
        m_main->setText(m_proof->isRunning() ? tr("Testing…") : tr("&Test again"));
        m_main->setEnabled(!m_proof->isRunning());
    }
    m_buttons->button(QDialogButtonBox::Close)->setText(page == m_list ? tr("&Close") : tr("&Back"));
}

void ProfilesDialog::goOn()
{
    QWidget *page = m_pages->currentWidget();
    if (page == m_list) {
        use();
    } else if (page == m_editor) {
        m_editor->submit();
    } else {
        m_proof->testAgain();
    }
}

void ProfilesDialog::use()
{
    if (!m_list->hasChoice()) {
        return;
    }
    const auto profile = m_list->chosen();
    accept();
    if (profile) {
        emit profileWanted(profile->id);
    } else {
        emit sandboxWanted();
    }
}

void ProfilesDialog::closeEvent(QCloseEvent *event)
{
    // Escape goes back a page; closing the window closes it.
    m_editor->back();
    m_editor->back();
    m_proof->cancel();
    showPage(m_list);
    QDialog::closeEvent(event);
}

void ProfilesDialog::reject()
{
    QWidget *page = m_pages->currentWidget();
    if (page == m_list) {
        return QDialog::reject();
    }
    if (page == m_editor && m_editor->back()) {
        return;
    }
    m_proof->cancel();
    showPage(m_list);
}

} // namespace saltdesk::ui
