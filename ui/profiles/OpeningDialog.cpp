// SPDX-License-Identifier: Apache-2.0
#include "profiles/OpeningDialog.h"

#include "secrets/KeychainWords.h"
#include "states/MessageBar.h"
#include "theme/EnvironmentBadge.h"
#include "theme/HeadingFont.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>

#include <algorithm>

namespace saltdesk::ui {

OpeningDialog::OpeningDialog(const models::Profile &profile, QWidget *parent)
    : QDialog(parent)
    , m_message(new MessageBar)
    , m_again(new QPushButton(tr("&Try again")))
    , m_edit(new QPushButton(tr("&Enter the keys")))
    , m_profiles(new QPushButton(tr("Another &profile")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Opening a profile"));
    setAccessibleName(windowTitle());
    auto *badge = new EnvironmentBadge;
    badge->setKind(profile.environment);
    auto *heading = new WrappedLabel;
    heading->setFont(headingFont(font(), 1.2));
    heading->setText(tr("Opening “%1”").arg(profile.name));
    m_message->setDismissable(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    for (QPushButton *button : {m_again, m_edit, m_profiles}) {
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(badge);
    column->addWidget(heading);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(520, 220);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &OpeningDialog::tryAgainWanted);
    connect(m_edit, &QPushButton::clicked, this, &OpeningDialog::editWanted);
    connect(m_profiles, &QPushButton::clicked, this, &OpeningDialog::profilesWanted);
    showWaiting();
}

void OpeningDialog::showWaiting()
{
    m_message->tell(keychainWaitMessage());
    showButtons(true);
}

void OpeningDialog::showProblem(const models::KeychainError &error)
{
    m_message->tell(keychainMessage(models::KeychainAct::Read, error));
    showButtons(false);
    // What is not there can only be typed in.
    (error.problem == models::KeychainProblem::NotFound ? m_edit : m_again)->setDefault(true);
}

void OpeningDialog::showFault(const QString &text)
{
    m_message->tell({.tone = models::Tone::Bad, .title = tr("The profile can't be used as it is."), .text = text});
    showButtons(false);
    m_edit->setDefault(true);
}

void OpeningDialog::showButtons(bool waiting)
{
    m_again->setVisible(!waiting);
    m_edit->setVisible(!waiting);
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace saltdesk::ui
