// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectionEntry.h"

#include "connecting/BankVisit.h"
#include "connecting/ConnectionCreation.h"
#include "following/AttemptFollower.h"
#include "reading/Retire.h"
#include "redirect/LoopbackReturn.h"
#include "resources/ConnectionsApi.h"
#include "workspace/Workspace.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The stages in which the customer can still be at the bank's page.
bool isBeforeBank(const QString &stage)
{
    return stage == "start"_L1 || stage == "connect"_L1;
}

} // namespace

class ConnectionEntry::Private
{
public:
    Private(ConnectionEntry &entry, Workspace &theWorkspace)
        : q(entry)
        , workspace(theWorkspace)
        , creation(theWorkspace.client(), theWorkspace.connections())
    {}

    void wire();
    void wireVisit();
    /// A reconnect that is under way for us.
    [[nodiscard]] bool isOurs(const api::ConnectionId &id, Operation operation) const;
    [[nodiscard]] bool begin(const ConnectionChoices &choices);
    void tellLater();
    [[nodiscard]] bool provideReturn(ConnectionChoices &choices, const api::Provider &bank);
    void takeCreation(const CreationOutcome &outcome);
    void takeOperation(const OperationOutcome &outcome);
    void takeVisitStart(const api::ConnectionId &id, const api::AttemptId &attempt);
    void takeVisitRefusal(const api::ApiError &error);
    void follow(State next);
    void listenTo(const AttemptFollower &follower);
    void closePages();
    void become(State next);
    [[nodiscard]] bool isRunning() const;

    ConnectionEntry &q;
    Workspace &workspace;
    ConnectionCreation creation;
    /// Of this try, if it goes by the bank's own page.
    std::unique_ptr<BankVisit> visit;
    /// Where an interactive bank of mode `api` sends the browser back to.
    std::unique_ptr<LoopbackReturn> returnPage;
    State state = State::Idle;
    ConnectionChoices chosen;
    Newcomer newcomer;
    api::ConnectionId connection;
    api::AttemptId attempt;
    std::optional<api::ApiError> error;
    std::optional<ConnectionSummary> before;
    QString stage;
    QString failClass;
    QString failMessage;
    bool foundBack = false;
    bool cameBack = false;
    bool released = false;
};

void ConnectionEntry::Private::wire()
{
    connect(&creation, &ConnectionCreation::lookingBack, &q, [this] { become(State::LookingBack); });
    connect(&creation, &ConnectionCreation::ended, &q,
            [this](const CreationOutcome &outcome) { takeCreation(outcome); });
    connect(&workspace.operations(), &ConnectionOperations::ended, &q, [this](const OperationOutcome &outcome) {
        if (isOurs(outcome.connection, outcome.operation)) {
            takeOperation(outcome);
        }
    });
    connect(&workspace.operations(), &ConnectionOperations::lookingBack, &q,
            [this](const api::ConnectionId &id, Operation operation) {
                if (isOurs(id, operation)) {
                    become(State::LookingBack);
                }
            });
}

bool ConnectionEntry::Private::isOurs(const api::ConnectionId &id, Operation operation) const
{
    const bool waits = state == State::Sending || state == State::LookingBack;
    return waits && operation == Operation::Reconnect && chosen.isReconnect() && id == connection && !visit;
}

/// Nobody hears of a sending from within the call that sends.
void ConnectionEntry::Private::tellLater()
{
    QMetaObject::invokeMethod(&q, &ConnectionEntry::changed, Qt::QueuedConnection);
}

void ConnectionEntry::Private::wireVisit()
{
    connect(visit.get(), &BankVisit::started, &q,
            [this](const api::ConnectionId &id, const api::AttemptId &started) { takeVisitStart(id, started); });
    connect(visit.get(), &BankVisit::refused, &q, [this](const api::ApiError &reason) { takeVisitRefusal(reason); });
    connect(visit.get(), &BankVisit::returned, &q, [this] {
        error = visit->authorizeError();
        become(state == State::AtBank ? State::Following : state);
    });
    connect(visit.get(), &BankVisit::notReturned, &q, [this] { become(state); });
}

bool ConnectionEntry::Private::begin(const ConnectionChoices &choices)
{
    if (isRunning()) {
        return false;
    }
    chosen = choices;
    connection = choices.reconnects.value_or(api::ConnectionId());
    attempt = {};
    error.reset();
    before = workspace.connections().summary(connection);
    stage.clear();
    failClass.clear();
    failMessage.clear();
    foundBack = false;
    cameBack = false;
    return true;
}

bool ConnectionEntry::Private::provideReturn(ConnectionChoices &choices, const api::Provider &bank)
{
    if (!needsReturn(bank) || choices.attempt.returnTo) {
        return true;
    }
    returnPage = std::make_unique<LoopbackReturn>();
    connect(returnPage.get(), &LoopbackReturn::returned, &q, [this] {
        cameBack = true;
        become(state);
    });
    if (!returnPage->listen()) {
        return false;
    }
    choices.attempt.returnTo = returnPage->returnTo().toString(QUrl::FullyEncoded);
    return true;
}

void ConnectionEntry::Private::takeCreation(const CreationOutcome &outcome)
{
    using Kind = CreationOutcome::Kind;
    connection = outcome.connection;
    attempt = outcome.attempt;
    error = outcome.error;
    switch (outcome.kind) {
    case Kind::Created:
        return follow(State::Following);
    case Kind::FoundCreated:
        foundBack = true;
        // Of a visit the page's address was lost with the answer: another try has to ask for a new one.
        return visit && visit->page().isEmpty() ? become(State::NotDone)
                                                : follow(visit ? State::AtBank : State::Following);
    case Kind::Refused:
        return become(State::Refused);
    case Kind::FoundNothing:
        return become(State::NotDone);
    case Kind::Unknown:
        return become(State::Unknown);
    }
}

void ConnectionEntry::Private::takeOperation(const OperationOutcome &outcome)
{
    using Kind = OperationOutcome::Kind;
    error = outcome.error;
    if (outcome.after) {
        attempt = outcome.after->connection.lastAttempt.value().id;
    }
    switch (outcome.kind) {
    case Kind::Done:
        return follow(State::Following);
    case Kind::FoundDone:
        foundBack = true;
        return follow(State::Following);
    case Kind::Failed:
        return become(State::Refused);
    case Kind::FoundNotDone:
        return become(State::NotDone);
    case Kind::Unknown:
        return become(State::Unknown);
    }
}

void ConnectionEntry::Private::takeVisitStart(const api::ConnectionId &id, const api::AttemptId &started)
{
    connection = id.isEmpty() ? connection : id;
    attempt = started;
    if (connection.isEmpty()) {
        // Against the reference; the customer's list tells which one it is.
        creation.lookBack(chosen.customer, newcomer, {});
        return;
    }
    // The reply names the connection only; the table wants the whole.
    api::ConnectionsApi(workspace.client())
        .show(connection)
        .then(&q, [this](const api::Result<api::ConnectionDocument> &document) {
            if (document) {
                workspace.connections().updateConnection(document->connection);
            }
        });
    follow(State::AtBank);
}

void ConnectionEntry::Private::takeVisitRefusal(const api::ApiError &reason)
{
    error = reason;
    if (!reason.outcomeUnknown) {
        return become(State::Refused);
    }
    if (chosen.isReconnect()) {
        // Nobody has the page's address, so whatever began will run out by itself.
        return become(State::NotDone);
    }
    creation.lookBack(chosen.customer, newcomer, reason);
}

void ConnectionEntry::Private::follow(State next)
{
    listenTo(workspace.poller().follow(chosen.customer, connection, attempt));
    become(next);
}

void ConnectionEntry::Private::listenTo(const AttemptFollower &begun)
{
    stage = begun.stageName();
    // A follower hears of the end before the model does, hence queued.
    connect(
        &begun, &AttemptFollower::stageChanged, &q,
        [this](const QString &name) {
            stage = name;
            become(state == State::AtBank && !isBeforeBank(name) ? State::Following : state);
        },
        Qt::QueuedConnection);
    connect(
        &begun, &AttemptFollower::succeeded, &q, [this] { become(State::Succeeded); }, Qt::QueuedConnection);
    connect(
        &begun, &AttemptFollower::failed, &q,
        [this](const QString &errorClass, const QString &message) {
            failClass = errorClass;
            failMessage = message;
            become(State::AttemptFailed);
        },
        Qt::QueuedConnection);
    connect(
        &begun, &AttemptFollower::superseded, &q, [this] { become(State::Superseded); }, Qt::QueuedConnection);
    connect(
        &begun, &AttemptFollower::vanished, &q, [this] { become(State::Gone); }, Qt::QueuedConnection);
}

/// Nobody comes back any more. One of them may be in the middle of telling so.
void ConnectionEntry::Private::closePages()
{
    if (visit) {
        cameBack = cameBack || visit->hasReturned();
    }
    retire(visit, &q);
    retire(returnPage, &q);
}

void ConnectionEntry::Private::become(State next)
{
    state = next;
    if (!isRunning()) {
        closePages();
    }
    if (released && !isRunning()) {
        q.deleteLater();
    }
    emit q.changed();
}

bool ConnectionEntry::Private::isRunning() const
{
    return state == State::Sending || state == State::LookingBack || state == State::AtBank ||
           state == State::Following;
}

ConnectionEntry::ConnectionEntry(Workspace &workspace)
    : QObject(&workspace)
    , d(std::make_unique<Private>(*this, workspace))
{
    d->wire();
}

ConnectionEntry::~ConnectionEntry() = default;

bool ConnectionEntry::send(const ConnectionChoices &choices, const api::Credentials &credentials,
                           const api::Provider &bank)
{
    ConnectionChoices complete = choices;
    if (d->isRunning() || !d->provideReturn(complete, bank) || !d->begin(complete)) {
        return false;
    }
    d->visit.reset();
    d->state = State::Sending;
    const bool sent = complete.isReconnect()
                          ? d->workspace.operations().reconnect(d->connection, reconnectRequest(complete, credentials))
                          : d->creation.create(createRequest(complete, credentials));
    d->state = sent ? State::Sending : State::Idle;
    if (sent) {
        d->tellLater();
    }
    return sent;
}

bool ConnectionEntry::visitBank(const ConnectionChoices &choices, const api::Provider &bank)
{
    const bool busy = choices.isReconnect() && d->workspace.operations().isBusy(*choices.reconnects);
    if (busy || !d->begin(choices)) {
        return false;
    }
    d->newcomer = d->creation.newcomer(choices.providerCode);
    d->visit = std::make_unique<BankVisit>(d->workspace.client());
    d->wireVisit();
    const bool begun = d->visit->begin(choices, bank);
    d->state = begun ? State::Sending : State::Idle;
    if (begun) {
        d->tellLater();
    }
    return begun;
}

void ConnectionEntry::release()
{
    d->released = true;
    if (!d->isRunning()) {
        deleteLater();
    }
}

ConnectionEntry::State ConnectionEntry::state() const
{
    return d->state;
}

bool ConnectionEntry::isRunning() const
{
    return d->isRunning();
}

const api::ConnectionId &ConnectionEntry::connection() const
{
    return d->connection;
}

const api::AttemptId &ConnectionEntry::attempt() const
{
    return d->attempt;
}

QString ConnectionEntry::stage() const
{
    return d->stage;
}

const std::optional<api::ApiError> &ConnectionEntry::error() const
{
    return d->error;
}

bool ConnectionEntry::wasFoundBack() const
{
    return d->foundBack;
}

const QString &ConnectionEntry::failClass() const
{
    return d->failClass;
}

const QString &ConnectionEntry::failMessage() const
{
    return d->failMessage;
}

const std::optional<ConnectionSummary> &ConnectionEntry::before() const
{
    return d->before;
}

const api::Secret &ConnectionEntry::bankPage() const
{
    static const api::Secret none;
    return d->visit ? d->visit->page() : none;
}

bool ConnectionEntry::isBack() const
{
    return d->cameBack || (d->visit && d->visit->hasReturned());
}

} // namespace saltdesk::models
