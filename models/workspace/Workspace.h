// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "activity/ActivityModel.h"
#include "audit/AuditWitness.h"
#include "catalogue/ProviderCatalogue.h"
#include "connections/ConnectionsModel.h"
#include "connections/OpenConnection.h"
#include "customer/CustomerScope.h"
#include "customer/RecentCustomers.h"
#include "environment/Environment.h"
#include "environment/WriteLock.h"
#include "following/AttemptPoller.h"
#include "following/AttemptReading.h"
#include "following/FollowedLedger.h"
#include "history/ConnectionHistory.h"
#include "history/HolderReading.h"
#include "history/ProviderDirectory.h"
#include "localhistory/ConnectionObserver.h"
#include "localhistory/LocalHistory.h"
#include "localhistory/PastReading.h"
#include "notification/NoticeSource.h"
#include "operations/ConnectionOperations.h"
#include "operations/ConnectionsBefore.h"
#include "privacy/CustomerTraces.h"
#include "privacy/ForgottenCustomer.h"
#include "question/QuestionQueue.h"
#include "transport/ApiClient.h"

#include <QObject>

class QNetworkAccessManager;

namespace saltdesk::models {

class AuditTrail;

/// Everything a window shows of one environment, wired together: the client, the customer in front of the agent, his
/// connections, the open one, the writes, the poller that follows what runs, and the questions that wait for an answer.
///
/// Owned by the application, lives on the GUI thread and outlives the window. The wiring: attempts seen running are
/// followed on; what the poller sees and what an operation answers goes into the model; a 406 teaches the model when a
/// refresh becomes possible; after a revocation all is read again; every write, unlock and lock is written into the
/// audit trail; what the table shows is remembered in the local history.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// The trail is borrowed and outlives the workspace; null: nothing is recorded, as in most tests.
    Workspace(QNetworkAccessManager &network, api::ApiEndpoint endpoint, Environment environment,
              const api::Clock &clock, PollingPace pace = {}, api::TransportLimits limits = {},
              QObject *parent = nullptr, AuditTrail *trail = nullptr);
    ~Workspace() override;

    [[nodiscard]] const Environment &environment() const { return m_environment; }
    [[nodiscard]] api::ApiClient &client() { return m_client; }
    /// Every request of the client.
    [[nodiscard]] ActivityModel &activity() { return m_activity; }
    /// For what is not the API's: it adds no secret by itself.
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }
    [[nodiscard]] ConnectionsModel &connections() { return m_connections; }
    [[nodiscard]] CustomerScope &scope() { return m_scope; }
    /// Who was in front of the agent lately.
    [[nodiscard]] RecentCustomers &recent() { return m_recent; }
    /// What was seen of this account's connections before, and the notes.
    [[nodiscard]] LocalHistory &localHistory() { return m_localHistory; }
    /// What is known of the open connection's past.
    [[nodiscard]] PastReading &past() { return m_past; }
    [[nodiscard]] OpenConnection &openConnection() { return m_open; }
    [[nodiscard]] ConnectionHistory &history() { return m_history; }
    /// Of the open connection; nothing is read before somebody asks.
    [[nodiscard]] HolderReading &holder() { return m_holder; }
    [[nodiscard]] ProviderDirectory &providers() { return m_providers; }
    [[nodiscard]] ProviderCatalogue &banks() { return m_banks; }
    /// The stages of the open connection's last attempt.
    [[nodiscard]] AttemptReading &lastAttempt() { return m_lastAttempt; }
    /// The attempt that was chosen in the history, where the list told no stages of it.
    [[nodiscard]] AttemptReading &chosenAttempt() { return m_chosenAttempt; }
    [[nodiscard]] QuestionQueue &questions() { return m_questions; }
    /// What an agent wants to hear of while he looks elsewhere.
    [[nodiscard]] NoticeSource &notices() { return m_notices; }
    [[nodiscard]] ConnectionOperations &operations() { return m_operations; }
    /// How the connections stood before what was done to them here.
    [[nodiscard]] const ConnectionsBefore &before() const { return m_before; }
    [[nodiscard]] AttemptPoller &poller() { return m_poller; }
    /// F5: reads the customer's list, the open connection and its history again, or looks for the customer once more.
    /// Never logs in at a bank.
    void readAgain();
    /// Follows on what ran when the program ended.
    void resumeFollowing() { m_ledger.restore(); }
    [[nodiscard]] WriteLock &writeLock() { return m_lock; }
    [[nodiscard]] AuditTrail *auditTrail() const { return m_trail; }
    /// What is kept here about customers; whoever keeps more joins.
    [[nodiscard]] CustomerTraces &traces() { return m_traces; }
    /// Removes all of it and writes that down. Nothing is sent.
    [[nodiscard]] ForgottenCustomer forgetCustomer(const api::CustomerId &customer);
    /// The server's time as far as known: what countdowns and relative times compare with.
    [[nodiscard]] const api::Clock &clock() const { return m_client.serverClock(); }

private:
    void followRunning();
    void scopeChanged();
    void readOutdated();
    void listenTo(AttemptFollower &follower);
    void wire();
    void joinTraces();
    [[nodiscard]] AuditContext auditContext(const api::ApiEndpoint &endpoint) const;
    [[nodiscard]] QString customerOf(const QString &connection) const;

    QNetworkAccessManager &m_network;
    Environment m_environment;
    AuditTrail *m_trail;
    /// Before the client, which tells it even at its own end.
    AuditWitness m_witness;
    api::ApiClient m_client;
    ActivityModel m_activity;
    ConnectionsModel m_connections;
    CustomerScope m_scope;
    RecentCustomers m_recent;
    LocalHistory m_localHistory;
    ConnectionObserver m_observer;
    PastReading m_past;
    /// When the list was read that the observer saw last.
    QDateTime m_observedAt;
    OpenConnection m_open;
    ConnectionHistory m_history;
    HolderReading m_holder;
    ProviderDirectory m_providers;
    ProviderCatalogue m_banks;
    AttemptReading m_lastAttempt;
    AttemptReading m_chosenAttempt;
    ConnectionOperations m_operations;
    ConnectionsBefore m_before;
    AttemptPoller m_poller;
    FollowedLedger m_ledger;
    QuestionQueue m_questions;
    NoticeSource m_notices;
    WriteLock m_lock;
    CustomerTraces m_traces;
    /// A write changed what only a reading tells.
    bool m_isOutdated = false;
};

} // namespace saltdesk::models
