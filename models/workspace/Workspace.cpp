// SPDX-License-Identifier: Apache-2.0
#include "workspace/Workspace.h"

#include <QCryptographicHash>

#include <algorithm>

namespace saltdesk::models {
namespace {

/// Under which name something is remembered of an account. The embedded sandbox ends with the program, and its
/// customers and attempts with it.
QString accountName(const api::ApiEndpoint &endpoint, const Environment &environment)
{
    if (environment.kind == EnvironmentKind::Sandbox || !endpoint.hasKeys()) {
        return {};
    }
    const QByteArray whose = endpoint.baseUrl.toEncoded() + ' ' + endpoint.appId;
    return QString::fromLatin1(QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

Workspace::Workspace(QNetworkAccessManager &network, api::ApiEndpoint endpoint, Environment environment,
                     const api::Clock &clock, PollingPace pace, api::TransportLimits limits, QObject *parent,
                     AuditTrail *trail)
    : QObject(parent)
    , m_network(network)
    , m_environment(std::move(environment))
    , m_trail(trail)
    , m_witness(trail, auditContext(endpoint))
    , m_client(network, std::move(endpoint), clock, std::move(limits))
    , m_activity(m_client)
    , m_connections(m_client.serverClock())
    , m_scope(m_client, m_connections)
    , m_recent(accountName(m_client.endpoint(), m_environment))
    , m_localHistory(LocalHistory::pathOf(accountName(m_client.endpoint(), m_environment)), m_client.serverClock())
    , m_observer(m_connections, m_localHistory)
    , m_past(m_localHistory, m_client.serverClock())
    , m_open(m_client, m_connections)
    , m_history(m_client)
    , m_holder(m_client)
    , m_providers(m_client)
    , m_banks(m_client, m_environment.kind != EnvironmentKind::Live)
    , m_lastAttempt(m_client)
    , m_chosenAttempt(m_client)
    , m_operations(m_client, m_connections)
    , m_before(m_operations, m_connections)
    , m_poller(m_client, pace)
    , m_ledger(m_poller, m_client.serverClock(), accountName(m_client.endpoint(), m_environment))
    , m_questions(m_client, m_poller, m_providers)
    , m_notices({m_poller, m_questions, m_scope, m_connections, m_client.serverClock()},
                accountName(m_client.endpoint(), m_environment))
    , m_lock(m_client, clock, m_environment)
{
    m_client.setWriteWitness(&m_witness);
    wire();
    joinTraces();
}

Workspace::~Workspace() = default;

void Workspace::wire()
{
    connect(&m_connections, &ConnectionsModel::countsChanged, this, &Workspace::followRunning);
    connect(&m_scope, &CustomerScope::changed, this, &Workspace::scopeChanged);
    connect(&m_poller, &AttemptPoller::began, this, [this](AttemptFollower *follower) { listenTo(*follower); });
    connect(&m_poller, &AttemptPoller::seen, this,
            [this](const api::ConnectionPage &page) { m_connections.updateRows(page); });
    connect(&m_poller, &AttemptPoller::vanished, this,
            [this](const api::ConnectionId &connection) { m_connections.removeConnection(connection); });
    connect(&m_operations, &ConnectionOperations::ended, this, [this](const OperationOutcome &outcome) {
        if (outcome.after) {
            m_open.show(*outcome.after);
        }
        // Whoever sent it, and whether or not he still looks.
        if (outcome.operation == Operation::Answer && outcome.tookEffect()) {
            m_questions.answered(outcome.connection, outcome.question);
        }
        if (outcome.operation == Operation::Revoke) {
            // Whatever became of it: rows, consents and history tell what is so now.
            m_isOutdated = true;
            readOutdated();
        }
    });
    connect(&m_lock, &WriteLock::changed, this,
            [this] { m_lock.isLocked() ? m_witness.noteLocked() : m_witness.noteUnlocked(m_lock.reason()); });
}

void Workspace::scopeChanged()
{
    readOutdated();
    if (!m_scope.customer()) {
        return;
    }
    m_questions.learnLabel(m_scope.customer()->id, m_scope.customerLabel());
    m_recent.saw(m_scope.customer()->id, m_scope.customerLabel());
    if (m_scope.readAt().isValid() && m_scope.readAt() != m_observedAt) {
        m_observedAt = m_scope.readAt();
        m_observer.observeAll(m_scope.customer()->id);
    }
}

AuditContext Workspace::auditContext(const api::ApiEndpoint &endpoint) const
{
    return {.profile = m_environment.profileName.isEmpty() ? endpoint.baseUrl.host() : m_environment.profileName,
            .environment = m_environment.kind,
            .reason = [this] { return m_lock.reason(); },
            .customerOf = [this](const QString &connection) { return customerOf(connection); }};
}

QString Workspace::customerOf(const QString &connection) const
{
    const api::ConnectionId id(connection);
    if (const auto shown = m_connections.summary(id)) {
        return shown->customerId.toString();
    }
    // A question may be answered while another customer is shown.
    const std::vector<FollowedAttempt> followed = m_poller.attempts();
    const auto found = std::ranges::find(followed, id, &FollowedAttempt::connection);
    return found == followed.end() ? QString() : found->customer.toString();
}

void Workspace::joinTraces()
{
    m_traces.add(tr("what this window shows of the customer"), [this](const api::CustomerId &customer) {
        if (m_scope.customer() && m_scope.customer()->id == customer) {
            m_scope.close();
        }
        return true;
    });
    m_traces.add(tr("the list of recent customers"),
                 [this](const api::CustomerId &customer) { return m_recent.forget(customer); });
    m_traces.add(tr("what was seen here of the customer's connections, and the notes"),
                 [this](const api::CustomerId &customer) { return m_localHistory.forget(customer); });
    m_traces.add(tr("the attempts that are followed, also after a restart"), [this](const api::CustomerId &customer) {
        m_poller.forget(customer);
        return FollowedLedger::forget(customer);
    });
    m_traces.add(tr("of which of the customer's consents a notice told today"),
                 [this](const api::CustomerId &customer) { return m_notices.forget(customer); });
    m_traces.add(tr("the questions of the customer's banks that wait here"), [this](const api::CustomerId &customer) {
        m_questions.forget(customer);
        return true;
    });
}

ForgottenCustomer Workspace::forgetCustomer(const api::CustomerId &customer)
{
    ForgottenCustomer forgotten{.left = m_traces.forget(customer)};
    const auto noted = m_witness.noteForgotten(customer.toString(), forgotten.left.isEmpty());
    forgotten.notRecorded = noted ? QString() : noted.error();
    return forgotten;
}

void Workspace::readAgain()
{
    if (m_scope.customer()) {
        m_scope.readAgain();
        m_open.readAgain();
        m_history.readAgain();
    } else if (!m_scope.searchedFor().isEmpty() && !m_scope.isBusy()) {
        m_scope.find(m_scope.searchedFor());
    }
}

/// A reading that runs already may have begun before the write.
void Workspace::readOutdated()
{
    if (m_isOutdated && !m_scope.isBusy()) {
        m_isOutdated = false;
        readAgain();
    }
}

void Workspace::followRunning()
{
    for (const api::ConnectionId &id : m_connections.fetching()) {
        const std::optional<ConnectionSummary> running = m_connections.summary(id);
        if (m_poller.isFollowing(id, running->attemptId)) {
            continue;
        }
        m_poller.follow(running->customerId, id, running->attemptId);
        if (running->stage == api::StageName::Interactive) {
            const bool opening = m_scope.state() == CustomerScope::State::Loading;
            m_questions.notice(id, running->stageId,
                               opening ? QuestionQueue::Notice::FoundWaiting : QuestionQueue::Notice::Watched);
        }
    }
}

void Workspace::listenTo(AttemptFollower &follower)
{
    // The poller reads rows; the open details want the whole object once it is settled.
    const auto readOpen = [this, id = follower.connection()] {
        if (m_open.id() == id) {
            m_open.readAgain();
        }
    };
    connect(&follower, &AttemptFollower::questionAsked, this, readOpen);
    connect(&follower, &AttemptFollower::succeeded, this, readOpen);
    connect(&follower, &AttemptFollower::failed, this, readOpen);
}

} // namespace saltdesk::models
