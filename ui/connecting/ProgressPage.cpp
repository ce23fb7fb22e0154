// SPDX-License-Identifier: Apache-2.0
#include "connecting/ProgressPage.h"

#include "connecting/EntryWords.h"
#include "details/StageTrack.h"
#include "states/BusyBar.h"
#include "theme/ColorTokens.h"
#include "theme/HeadingFont.h"
#include "theme/SymbolicIcon.h"
#include "theme/ToneIcon.h"
#include "theme/WrappedLabel.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace saltdesk::ui {

using models::ConnectionEntry;
using State = models::ConnectionEntry::State;

ProgressPage::ProgressPage(models::Workspace &workspace, models::ConnectionEntry &entry, QWidget *parent)
    : ConnectPage(parent)
    , m_workspace(workspace)
    , m_entry(entry)
    , m_reading(workspace.client())
    , m_icon(new QLabel)
    , m_headline(new WrappedLabel)
    , m_text(new WrappedLabel)
    , m_fine(new WrappedLabel)
    , m_track(new StageTrack)
    , m_busy(new BusyBar)
    , m_note(new WrappedLabel)
    , m_open(new QPushButton(tr("&Open the bank's page again")))
{
    build();
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &ProgressPage::showEntry);
    connect(&m_entry, &ConnectionEntry::changed, this, &ProgressPage::showEntry);
    connect(&m_workspace.connections(), &models::ConnectionsModel::connectionChanged, this,
            [this](const api::ConnectionId &id) {
                if (id == m_entry.connection()) {
                    showEntry();
                }
            });
    connect(&m_reading, &models::AttemptReading::arrived, this, &ProgressPage::showEntry);
    connect(m_open, &QPushButton::clicked, this, &ProgressPage::openBankPageWanted);
}

void ProgressPage::build()
{
    m_headline->setFont(headingFont(font(), 1.15));
    m_fine->setMuted(true);
    m_fine->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setMuted(true);
    m_note->setText(
        tr("You may close this: the attempt goes on, and the table follows it. Salt Edge has no way to cancel "
           "it."));
    m_open->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addWidget(m_headline, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_text);
    column->addWidget(m_fine);
    column->addSpacing(4);
    column->addWidget(m_track);
    column->addWidget(m_busy);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addStretch(1);
    column->addWidget(m_note);
}

void ProgressPage::setBank(const QString &name)
{
    m_bank = name;
    showEntry();
}

QString ProgressPage::verb() const
{
    return canRetry() ? tr("&Try again") : QString();
}

bool ProgressPage::canRetry() const
{
    return m_entry.state() == State::AttemptFailed || m_entry.state() == State::NotDone;
}

void ProgressPage::showEntry()
{
    const auto after = m_workspace.connections().summary(m_entry.connection());
    const EntryWords words = entryWords(m_entry, m_bank, after, m_workspace.clock().now());
    const bool running = m_entry.isRunning();
    m_headline->setText(words.headline);
    m_text->setText(words.text);
    m_fine->setText(words.fine);
    m_fine->setVisible(!words.fine.isEmpty());
    const QColor ink = ColorTokens::of(palette()).tone(words.tone);
    m_icon->setPixmap(SymbolicIcon::pixmap(toneIcon(words.tone), ink, 20, devicePixelRatioF()));
    m_busy->setVisible(running);
    m_note->setVisible(m_entry.state() == State::Following || m_entry.state() == State::AtBank);
    m_open->setVisible(m_entry.state() == State::AtBank);
    showStages(after);
    if (!running) {
        m_second.stop();
    } else if (!m_second.isActive()) {
        m_second.start();
    }
    emit completeChanged();
}

void ProgressPage::showStages(const std::optional<models::ConnectionSummary> &connection)
{
    const bool ours = connection && connection->attemptId == m_entry.attempt();
    m_track->setVisible(ours);
    if (!ours) {
        return;
    }
    m_reading.want(connection->id, connection->attemptId, connection->fetching);
    m_steps.observe(*connection);
    if (m_reading.attempt()) {
        m_steps.adopt(*m_reading.attempt());
    }
    m_track->show(m_steps, m_workspace.clock().now());
}

} // namespace saltdesk::ui
