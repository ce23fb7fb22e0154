// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "details/StageSteps.h"
#include "situation/Diagnosis.h"

#include <QWidget>

class QLabel;

namespace saltdesk::models {
class PastReading;
}

namespace saltdesk::ui {

class ChangesCard;
class NotesCard;
class SentenceCard;
class StageTrack;
class WrappedLabel;

/// What is wrong with one connection, whether it is the bank, its last attempt, the notes, the facts, and what changed.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    /// Borrows the reading of the past, and shows it together with the rest.
    explicit OverviewPage(models::PastReading &past, QWidget *parent = nullptr);

    /// `now` is the server's time; `actionPossible` as in SentenceCard; `bank`: what is known of the bank; `attempt`:
    /// its last attempt with all stages, once that is known.
    void show(const models::ConnectionSummary &connection, const QDateTime &now, bool actionPossible,
              const std::vector<FactsList::Fact> &bank, const std::optional<api::Attempt> &attempt = {});
    /// "inactive → active, last success 12 s ago", once something was done here; `ticking`: it counts seconds.
    void showProof(const QString &words, bool ticking);
    [[nodiscard]] const QString &sentenceForCustomer() const { return m_diagnosis.sentenceForCustomer; }
    /// Whether a stage is running whose time grows, or the proof counts.
    [[nodiscard]] bool isTicking() const { return m_steps.isRunning() || m_proofTicks; }

signals:
    void actionWanted(saltdesk::models::NextAction action);
    void copyWanted();
    void noteWanted();
    void noteRemovalWanted(qint64 id);

private:
    void showAttempt(const models::ConnectionSummary &connection, const QDateTime &now,
                     const std::optional<api::Attempt> &attempt);
    void showPast(const models::ConnectionSummary &connection, const QDateTime &now);

    models::PastReading &m_past;
    models::Diagnosis m_diagnosis;
    StageSteps m_steps;
    SentenceCard *m_card;
    QLabel *m_bankTitle;
    WrappedLabel *m_bankShare;
    QLabel *m_attemptTitle;
    StageTrack *m_track;
    WrappedLabel *m_attemptNote;
    WrappedLabel *m_proof;
    bool m_proofTicks = false;
    NotesCard *m_notes;
    FactsList *m_facts;
    ChangesCard *m_changes;
};

} // namespace saltdesk::ui
