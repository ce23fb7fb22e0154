// SPDX-License-Identifier: Apache-2.0
#include "details/OverviewPage.h"

#include "details/ConnectionFacts.h"
#include "details/SentenceCard.h"
#include "details/StageTrack.h"
#include "history/ChangesCard.h"
#include "history/NotesCard.h"
#include "localhistory/PastReading.h"
#include "theme/WrappedLabel.h"
#include "time/RelativeTime.h"

#include <QBoxLayout>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

OverviewPage::OverviewPage(models::PastReading &past, QWidget *parent)
    : QWidget(parent)
    , m_past(past)
    , m_card(new SentenceCard)
    , m_bankTitle(new QLabel(tr("Is it the bank?")))
    , m_bankShare(new WrappedLabel)
    , m_attemptTitle(new WrappedLabel)
    , m_track(new StageTrack)
    , m_attemptNote(new WrappedLabel)
    , m_proof(new WrappedLabel)
    , m_notes(new NotesCard)
    , m_facts(new FactsList)
    , m_changes(new ChangesCard(past))
{
    QFont bold = font();
    bold.setBold(true);
    m_attemptTitle->setFont(bold);
    m_bankTitle->setFont(bold);
    m_attemptNote->setMuted(true);
    m_attemptNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_proof->setFont(bold);
    m_proof->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_proof->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_card);
    column->addSpacing(8);
    column->addWidget(m_bankTitle);
    column->addWidget(m_bankShare);
    column->addSpacing(8);
    column->addWidget(m_attemptTitle);
    column->addWidget(m_track);
    column->addWidget(m_attemptNote);
    column->addWidget(m_proof);
    column->addSpacing(8);
    column->addWidget(m_notes);
    column->addSpacing(8);
    column->addWidget(m_facts);
    column->addSpacing(8);
    column->addWidget(m_changes);
    column->addStretch();
    connect(m_card, &SentenceCard::actionWanted, this, &OverviewPage::actionWanted);
    connect(m_card, &SentenceCard::copyWanted, this, &OverviewPage::copyWanted);
    connect(m_notes, &NotesCard::addWanted, this, &OverviewPage::noteWanted);
    connect(m_notes, &NotesCard::removeWanted, this, &OverviewPage::noteRemovalWanted);
}

void OverviewPage::show(const models::ConnectionSummary &connection, const QDateTime &now, bool actionPossible,
                        const std::vector<FactsList::Fact> &bank, const std::optional<api::Attempt> &attempt)
{
    m_diagnosis = models::diagnose(connection, now);
    m_card->tell(m_diagnosis, actionPossible);
    showAttempt(connection, now, attempt);
    std::vector<FactsList::Fact> facts = connectionFacts(connection, now);
    facts.insert(facts.end(), bank.begin(), bank.end());
    m_facts->show(facts);
    showPast(connection, now);
}

void OverviewPage::showPast(const models::ConnectionSummary &connection, const QDateTime &now)
{
    const std::optional<models::BankShare> &share = m_past.bankShare();
    const bool fails = !connection.failErrorClass.isEmpty() && share && share->seen > 0;
    m_bankTitle->setVisible(fails);
    m_bankShare->setVisible(fails);
    if (fails) {
        m_bankShare->setText(models::bankShareSentence(*share));
        m_bankShare->setToolTip(share->failing > 0 ? models::absoluteTime(share->firstFailure) : QString());
    }
    m_notes->show(m_past.notes(), now);
    m_changes->show(now);
}

void OverviewPage::showProof(const QString &words, bool ticking)
{
    m_proof->setText(words);
    m_proof->setVisible(!words.isEmpty());
    m_proof->setToolTip(words.isEmpty() ? QString() : tr("Before → after what was done here"));
    m_proofTicks = ticking && !words.isEmpty();
}

void OverviewPage::showAttempt(const models::ConnectionSummary &connection, const QDateTime &now,
                               const std::optional<api::Attempt> &attempt)
{
    m_steps.observe(connection);
    if (attempt) {
        m_steps.adopt(*attempt);
    }
    m_attemptTitle->setVisible(connection.hasAttempt);
    m_track->setVisible(connection.hasAttempt);
    m_attemptNote->setVisible(connection.hasAttempt);
    if (!connection.hasAttempt) {
        return;
    }
    m_attemptTitle->setText(m_steps.isRunning() ? tr("Running attempt") : tr("Last attempt"));
    m_attemptTitle->setToolTip(models::absoluteTime(connection.attemptCreatedAt));
    m_track->show(m_steps, now);
    QStringList note{tr("started %1").arg(models::localTime(connection.attemptCreatedAt))};
    if (!connection.failErrorClass.isEmpty()) {
        note << connection.failErrorClass;
    }
    if (!connection.failMessage.isEmpty()) {
        note << connection.failMessage;
    }
    m_attemptNote->setText(note.join(u" · "_s));
}

} // namespace saltdesk::ui
