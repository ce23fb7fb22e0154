// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "details/StageSteps.h"
#include "situation/Diagnosis.h"

#include <QWidget>

class QLabel;

namespace saltdesk::ui {

class SentenceCard;
class StageTrack;
class WrappedLabel;

/// What is wrong with one connection, its last attempt, and the facts.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

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

private:
    void showAttempt(const models::ConnectionSummary &connection, const QDateTime &now,
                     const std::optional<api::Attempt> &attempt);

    models::Diagnosis m_diagnosis;
    StageSteps m_steps;
    SentenceCard *m_card;
    QLabel *m_attemptTitle;
    StageTrack *m_track;
    WrappedLabel *m_attemptNote;
    WrappedLabel *m_proof;
    bool m_proofTicks = false;
    FactsList *m_facts;
};

} // namespace saltdesk::ui
