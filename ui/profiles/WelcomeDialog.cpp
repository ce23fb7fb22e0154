// SPDX-License-Identifier: Apache-2.0
#include "profiles/WelcomeDialog.h"

#include "policy/Policy.h"
#include "profiles/ProfileEditor.h"
#include "profiles/ProfileStore.h"
#include "states/MessageBar.h"
#include "theme/ButtonRole.h"
#include "theme/CardFrame.h"
#include "theme/HeadingFont.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QStackedWidget>

namespace saltdesk::ui {

namespace {

WrappedLabel *welcomeLine(const QString &text)
{
    auto *label = new WrappedLabel;
    label->setText(text);
    return label;
}

} // namespace

WelcomeDialog::WelcomeDialog(const ProfileServices &services, QWidget *parent)
    : QDialog(parent)
    , m_editor(new ProfileEditor(services))
    , m_pages(new QStackedWidget)
    , m_buttons(new QDialogButtonBox)
    , m_main(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_trySandbox(new QPushButton(tr("&Try the sandbox")))
    , m_useKeys(new QPushButton(tr("&Connect with my keys")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Welcome"));
    setAccessibleName(windowTitle());
    m_buttons->addButton(QDialogButtonBox::Close);
    setButtonRole(m_main, ButtonRole::Primary);
    m_pages->addWidget(
        buildChoice(services.store.warnings(), !services.policy.forbids(models::EnvironmentKind::Sandbox)));
    m_pages->addWidget(m_editor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_pages, 1);
    column->addWidget(m_buttons);
    resize(640, 440);
    connect(m_trySandbox, &QPushButton::clicked, this, [this] {
        accept();
        emit sandboxWanted();
    });
    connect(m_useKeys, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentWidget(m_editor);
        resize(size().expandedTo({640, 600}));
        m_editor->beginNew();
        showButtons();
    });
    connect(m_main, &QPushButton::clicked, m_editor, &ProfileEditor::submit);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &WelcomeDialog::reject);
    connect(m_editor, &ProfileEditor::changed, this, &WelcomeDialog::showButtons);
    connect(m_editor, &ProfileEditor::saved, this, [this](const QString &id) {
        accept();
        emit profileWanted(id);
    });
    showButtons();
}

QWidget *WelcomeDialog::buildChoice(const QStringList &warnings, bool withSandbox)
{
    auto *page = new QWidget;
    auto *heading = welcomeLine(tr("Welcome to Saltdesk"));
    heading->setFont(headingFont(font(), 1.6));
    auto *intro = welcomeLine(tr("Saltdesk looks after your customers' bank connections over the Salt Edge API. How "
                                 "would you like to begin?"));
    intro->setMuted(true);
    auto *message = new MessageBar;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(intro);
    column->addWidget(message);
    column->addWidget(
        card(m_trySandbox, tr("Look around"),
             tr("Demo banks on this computer: nothing is real, no keys are needed, every situation can be "
                "tried.")));
    column->addWidget(card(m_useKeys, tr("Work with your customers"),
                           tr("You need the App-id and the secret of a service key. They are tested first, and kept in "
                              "this computer's keychain.")));
    column->addStretch(1);
    setButtonRole(m_trySandbox, ButtonRole::Primary);
    m_trySandbox->setEnabled(withSandbox);
    if (!withSandbox) {
        m_trySandbox->setToolTip(tr("Your administrator's policy forbids the sandbox."));
    }
    if (!warnings.isEmpty()) {
        message->tell(
            {.tone = models::Tone::Bad, .title = tr("Not every profile could be read."), .text = warnings.join(u' ')});
    }
    return page;
}

QWidget *WelcomeDialog::card(QPushButton *button, const QString &title, const QString &text)
{
    auto *card = new CardFrame(CardFrame::Ground::Panel);
    auto *name = welcomeLine(title);
    name->setFont(headingFont(font(), 1.15));
    auto *words = welcomeLine(text);
    words->setMuted(true);
    button->setAccessibleDescription(text);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(6);
    column->addWidget(name);
    column->addWidget(words);
    column->addSpacing(4);
    column->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

void WelcomeDialog::showButtons()
{
    const bool editing = m_pages->currentWidget() == m_editor;
    m_main->setVisible(editing);
    m_main->setDefault(editing);
    m_trySandbox->setDefault(!editing);
    m_main->setText(m_editor->verb());
    m_main->setEnabled(m_editor->canSubmit());
    m_buttons->button(QDialogButtonBox::Close)->setText(editing ? tr("&Back") : tr("&Quit"));
}

void WelcomeDialog::closeEvent(QCloseEvent *event)
{
    m_editor->back();
    m_editor->back();
    m_pages->setCurrentIndex(0);
    QDialog::closeEvent(event);
}

void WelcomeDialog::reject()
{
    if (m_pages->currentWidget() != m_editor) {
        return QDialog::reject();
    }
    if (!m_editor->back()) {
        m_pages->setCurrentIndex(0);
    }
    showButtons();
}

} // namespace saltdesk::ui
