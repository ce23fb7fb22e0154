// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileEditor.h"

#include "profiles/ProfileForm.h"
#include "proving/ProofView.h"
#include "secrets/KeychainWords.h"
#include "states/MessageBar.h"
#include "theme/HeadingFont.h"
#include "theme/QuietScroll.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace saltdesk::ui {

using models::ProfileEntry;

ProfileEditor::ProfileEditor(const ProfileServices &services, QWidget *parent)
    : QWidget(parent)
    , m_entry(services.store, services.vault, services.policy, services.clock, services.trail)
    , m_heading(new WrappedLabel)
    , m_message(new MessageBar)
    , m_pages(new QStackedWidget)
    , m_form(new ProfileForm)
    , m_proof(new ProofView)
{
    build();
    // A keychain that is open answers sooner, and then there is nothing to say.
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::milliseconds(200));
    connect(&m_patience, &QTimer::timeout, this, [this] { m_message->tell(keychainWaitMessage()); });
    connect(m_form, &ProfileForm::edited, m_form, &ProfileForm::clearFaults);
    connect(m_message, &MessageBar::actionTriggered, this, &ProfileEditor::act);
    connect(&m_entry, &ProfileEntry::stateChanged, this, &ProfileEditor::showState);
    connect(&m_entry, &ProfileEntry::loaded, this, [this] { m_form->show(m_entry.profile(), m_entry.keptSecrets()); });
    connect(&m_entry, &ProfileEntry::failed, this, &ProfileEditor::tellFailure);
    connect(&m_entry, &ProfileEntry::keychainFailed, this, &ProfileEditor::tellKeychain);
    connect(&m_entry, &ProfileEntry::saved, this, [this](const QString &id) {
        m_form->wipe();
        emit saved(id);
    });
}

void ProfileEditor::build()
{
    m_heading->setFont(headingFont(font(), 1.2));
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_form->setContentsMargins(0, 0, 8, 0);
    connect(m_form, &ProfileForm::faultShown, scroll, [scroll](QWidget *label) { scroll->ensureWidgetVisible(label); });
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_proof);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
}

void ProfileEditor::beginNew()
{
    m_message->clear();
    m_heading->setText(tr("New profile"));
    m_entry.beginNew();
    // Live, until somebody says otherwise: the careful reading of unknown keys.
    m_form->show(m_entry.profile(), {});
    showForm();
}

void ProfileEditor::beginEdit(const models::Profile &profile)
{
    m_message->clear();
    m_heading->setText(tr("Edit “%1”").arg(profile.name));
    m_form->show(profile, {});
    m_entry.beginEdit(profile);
    showForm();
}

void ProfileEditor::showForm()
{
    m_pages->setCurrentIndex(0);
    m_form->begin();
    showState();
}

void ProfileEditor::showState()
{
    m_form->setEnabled(m_entry.state() == ProfileEntry::State::Editing);
    if (m_entry.state() == ProfileEntry::State::Proving) {
        m_message->clear();
        m_proof->watch(m_entry.proof());
        m_pages->setCurrentWidget(m_proof);
    }
    const bool waits =
        m_entry.state() == ProfileEntry::State::Loading || m_entry.state() == ProfileEntry::State::Keeping;
    if (waits) {
        m_patience.start();
    } else {
        m_patience.stop();
        if (m_message->message().tone == models::Tone::Running) {
            m_message->clear();
        }
    }
    emit changed();
}

QString ProfileEditor::verb() const
{
    switch (m_entry.state()) {
    case ProfileEntry::State::Loading:
    case ProfileEntry::State::Unread:
    case ProfileEntry::State::Editing:
        return m_pages->currentIndex() == 0 ? tr("&Test and save") : tr("&Test again");
    case ProfileEntry::State::Proving:
        return tr("Testing…");
    case ProfileEntry::State::Keeping:
        return tr("Saving…");
    }
    return {};
}

bool ProfileEditor::canSubmit() const
{
    return m_entry.state() == ProfileEntry::State::Editing;
}

void ProfileEditor::submit()
{
    m_form->clearFaults();
    m_message->clear();
    const auto profile = m_form->profile();
    const auto secrets = m_form->secrets();
    if (!profile || !secrets) {
        showForm();
        return m_form->showFault(profile ? secrets.error() : profile.error());
    }
    if (const auto begun = m_entry.submit(*profile, *secrets); !begun) {
        showForm();
        m_form->showFault(begun.error());
    }
}

bool ProfileEditor::back()
{
    const bool onProof = m_pages->currentWidget() == m_proof;
    m_proof->watch(nullptr);
    m_entry.cancel();
    m_message->clear();
    if (onProof) {
        showForm();
    } else {
        m_form->wipe();
    }
    return onProof;
}

void ProfileEditor::tellFailure(const QString &text)
{
    // The proof tells by itself what failed.
    if (!text.isEmpty()) {
        m_message->tell({.tone = models::Tone::Bad, .title = tr("The profile was not saved."), .text = text});
    }
    emit changed();
}

void ProfileEditor::tellKeychain(const models::KeychainError &error)
{
    using models::KeychainProblem;
    const bool keeping = m_entry.state() != ProfileEntry::State::Unread;
    // A keychain that is locked may be opened now; one that is not there will not come.
    const bool again = !keeping || error.problem == KeychainProblem::Locked;
    m_action = !keeping ? Action::LoadAgain : (again ? Action::KeepAgain : Action::KeepForThisSession);
    Message message = keychainMessage(keeping ? models::KeychainAct::Write : models::KeychainAct::Read, error);
    message.actionText = again ? tr("Try again") : tr("For this session only");
    m_message->tell(message);
    emit changed();
}

void ProfileEditor::act()
{
    m_message->clear();
    switch (m_action) {
    case Action::LoadAgain:
        return m_entry.beginEdit(models::Profile(m_entry.profile()));
    case Action::KeepAgain:
        return m_entry.keepAgain();
    case Action::KeepForThisSession:
        return m_entry.keepForThisSession();
    }
}

std::optional<Message> ProfileEditor::reservations() const
{
    const models::EndpointProof *proof = m_entry.proof();
    return proof == nullptr || proof->passed() ? std::nullopt : std::optional(m_proof->message());
}

} // namespace saltdesk::ui
