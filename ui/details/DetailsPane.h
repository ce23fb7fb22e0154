// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Diagnosis.h"
#include "types/Ids.h"
#include "types/Stage.h"

#include <QSet>
#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace saltdesk::models {
class Workspace;
} // namespace saltdesk::models

namespace saltdesk::ui {

class ConsentsPage;
class OverviewPage;
class RawView;

/// The details of the chosen connection: Overview, Attempts, Consents, Accounts and Raw. Follows the workspace by
/// itself; borrows it.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(models::Workspace &workspace, QWidget *parent = nullptr);

    /// Empty: nothing is chosen.
    void show(const api::ConnectionId &id);
    /// Whether the next action of the sentence could be done now.
    void setPossible(models::NextAction action, bool possible);
    [[nodiscard]] const api::ConnectionId &shown() const { return m_id; }
    [[nodiscard]] QString sentenceForCustomer() const;
    void showNextTab();
    [[nodiscard]] ConsentsPage &consents() const { return *m_consents; }
    /// Times went on.
    void refreshTimes();
    [[nodiscard]] bool isTicking() const;

signals:
    void actionWanted(saltdesk::models::NextAction action);
    void copyWanted();
    void noteWanted();
    void noteRemovalWanted(qint64 id);

private:
    void build();
    void showOverview();
    void showRaw();
    void wantStages();
    void connectionChanged();
    /// The question that the open connection's bank waits for an answer to; null when it does not.
    [[nodiscard]] const api::Stage *waitingQuestion() const;

    models::Workspace &m_workspace;
    api::ConnectionId m_id;
    /// The attempt that the history was last read for, and whether it ran then.
    api::AttemptId m_seenAttempt;
    bool m_seenRunning = false;
    QSet<models::NextAction> m_possible;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    ConsentsPage *m_consents;
    RawView *m_raw;
};

} // namespace saltdesk::ui
