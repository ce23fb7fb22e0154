// SPDX-License-Identifier: Apache-2.0
#include "workspace/Workspace.h"

#include <QCryptographicHash>

namespace saltdesk::models {
namespace {

/// The embedded sandbox ends with the program, and its attempts with it.
QString ledgerName(const api::ApiEndpoint &endpoint, const Environment &environment)
{
    if (environment.kind == EnvironmentKind::Sandbox || !endpoint.hasKeys()) {
        return {};
    }
    const QByteArray whose = endpoint.baseUrl.toEncoded() + ' ' + endpoint.appId;
    return QString::fromLatin1(QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

Workspace::Workspace(QNetworkAccessManager &network, api::ApiEndpoint endpoint, Environment environment,
                     const api::Clock &clock, PollingPace pace, api::TransportLimits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_environment(std::move(environment))
    , m_client(network, std::move(endpoint), clock, std::move(limits))
    , m_activity(m_client)
    , m_connections(m_client.serverClock())
    , m_scope(m_client, m_connections)
    , m_open(m_client, m_connections)
    , m_history(m_client)
    , m_providers(m_client)
    , m_banks(m_client, m_environment.kind != EnvironmentKind::Live)
    , m_lastAttempt(m_client)
    , m_operations(m_client, m_connections)
    , m_poller(m_client, pace)
    , m_ledger(m_poller, m_client.serverClock(), ledgerName(m_client.endpoint(), m_environment))
    , m_questions(m_client, m_poller, m_providers)
    , m_lock(m_client, clock, m_environment.kind == EnvironmentKind::Live)
{
    wire();
}

Workspace::~Workspace() = default;

void Workspace::wire()
{
    connect(&m_connections, &ConnectionsModel::countsChanged, this, &Workspace::followRunning);
    connect(&m_scope, &CustomerScope::changed, this, [this] {
        if (m_scope.customer()) {
            m_questions.learnLabel(m_scope.customer()->id, m_scope.customerLabel());
        }
    });
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
    });
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
