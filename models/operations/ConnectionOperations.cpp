// SPDX-License-Identifier: Apache-2.0
#include "operations/ConnectionOperations.h"

#include "connections/ConnectionsModel.h"
#include "operations/ReadBack.h"
#include "resources/ConnectionsApi.h"
#include "resources/ConsentsApi.h"
#include "transport/ApiClient.h"

#include <QSet>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

class ConnectionOperations::Private
{
public:
    Private(ConnectionOperations &operations, api::ApiClient &theClient, ConnectionsModel &theConnections)
        : q(operations)
        , calls(theClient)
        , consents(theClient)
        , connections(theConnections)
    {}

    /// A write that shows in the attempts.
    [[nodiscard]] ReadBack attemptWrite(Operation operation, const api::ConnectionId &id) const;
    /// False: busy.
    bool begin(const api::ConnectionId &id, Operation operation);
    void endChange(const api::ConnectionId &id, const ReadBack &write,
                   const api::Result<api::ConnectionDocument> &result);
    void endRemoval(const api::ConnectionId &id, const api::Result<api::RemovedConnection> &result);
    void endRevocation(const api::ConnectionId &id, const api::ConsentId &consent,
                       const api::Result<api::Consent> &result);
    void readConsentBack(const api::ConnectionId &id, const api::ConsentId &consent,
                         const std::optional<api::ApiError> &error);
    void fail(const api::ConnectionId &id, const ReadBack &write, const api::ApiError &error);
    void readBack(const api::ConnectionId &id, const ReadBack &write, const std::optional<api::ApiError> &error);
    void end(const OperationOutcome &outcome);

    ConnectionOperations &q;
    api::ConnectionsApi calls;
    api::ConsentsApi consents;
    ConnectionsModel &connections;
    QSet<api::ConnectionId> busy;
};

ReadBack ConnectionOperations::Private::attemptWrite(Operation operation, const api::ConnectionId &id) const
{
    ReadBack write{operation, std::nullopt, {}, {}};
    if (const std::optional<ConnectionSummary> before = connections.summary(id)) {
        write.attemptBefore = before->attemptId;
    }
    return write;
}

bool ConnectionOperations::Private::begin(const api::ConnectionId &id, Operation operation)
{
    if (id.isEmpty() || busy.contains(id)) {
        return false;
    }
    busy.insert(id);
    emit q.started(id, operation);
    return true;
}

void ConnectionOperations::Private::endChange(const api::ConnectionId &id, const ReadBack &write,
                                              const api::Result<api::ConnectionDocument> &result)
{
    if (!result) {
        fail(id, write, result.error());
        return;
    }
    connections.updateConnection(result->connection);
    end({write.operation, id, OperationOutcome::Kind::Done, std::nullopt, *result, write.question});
}

void ConnectionOperations::Private::endRemoval(const api::ConnectionId &id,
                                               const api::Result<api::RemovedConnection> &result)
{
    const ReadBack write{Operation::Remove, std::nullopt, {}, {}};
    if (!result) {
        fail(id, write, result.error());
    } else if (!result->removed) {
        // An answer that does not say "removed" says nothing.
        readBack(id, write, std::nullopt);
    } else {
        connections.removeConnection(id);
        end({Operation::Remove, id, OperationOutcome::Kind::Done, std::nullopt, std::nullopt, {}});
    }
}

void ConnectionOperations::Private::endRevocation(const api::ConnectionId &id, const api::ConsentId &consent,
                                                  const api::Result<api::Consent> &result)
{
    if (!result && !result.error().outcomeUnknown) {
        fail(id, {Operation::Revoke, std::nullopt, {}, {}}, result.error());
    } else if (judgeRevocation(result) != OperationOutcome::Kind::FoundDone) {
        // No answer, or one that does not say "revoked".
        readConsentBack(id, consent, result ? std::nullopt : std::optional(result.error()));
    } else {
        end({Operation::Revoke, id, OperationOutcome::Kind::Done, std::nullopt, std::nullopt, {}});
    }
}

void ConnectionOperations::Private::readConsentBack(const api::ConnectionId &id, const api::ConsentId &consent,
                                                    const std::optional<api::ApiError> &error)
{
    emit q.lookingBack(id, Operation::Revoke);
    consents.show(consent, id).then(&q, [this, id, error](const api::Result<api::Consent> &seen) {
        end({Operation::Revoke, id, judgeRevocation(seen), error, std::nullopt, {}});
    });
}

void ConnectionOperations::Private::fail(const api::ConnectionId &id, const ReadBack &write, const api::ApiError &error)
{
    if (error.outcomeUnknown) {
        readBack(id, write, error);
        return;
    }
    if (error.nextRefreshPossibleAt) {
        connections.setNextRefreshPossibleAt(id, *error.nextRefreshPossibleAt);
    }
    if (error.errorClass == "ConnectionNotFound"_L1) {
        connections.removeConnection(id);
    }
    end({write.operation, id, OperationOutcome::Kind::Failed, error, std::nullopt, write.question});
}

void ConnectionOperations::Private::readBack(const api::ConnectionId &id, const ReadBack &write,
                                             const std::optional<api::ApiError> &error)
{
    emit q.lookingBack(id, write.operation);
    calls.show(id).then(&q, [this, id, write, error](const api::Result<api::ConnectionDocument> &seen) {
        OperationOutcome outcome{write.operation, id, judgeReadBack(write, seen), error, std::nullopt, write.question};
        if (seen) {
            connections.updateConnection(seen->connection);
            outcome.after = *seen;
        } else if (seen.error().errorClass == "ConnectionNotFound"_L1) {
            connections.removeConnection(id);
        }
        end(outcome);
    });
}

void ConnectionOperations::Private::end(const OperationOutcome &outcome)
{
    busy.remove(outcome.connection);
    emit q.ended(outcome);
}

ConnectionOperations::ConnectionOperations(api::ApiClient &client, ConnectionsModel &connections, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, connections))
{}

ConnectionOperations::~ConnectionOperations() = default;

bool ConnectionOperations::refresh(const api::ConnectionId &id)
{
    const ReadBack write = d->attemptWrite(Operation::Refresh, id);
    if (!d->begin(id, Operation::Refresh)) {
        return false;
    }
    d->calls.refresh(id).then(this, [this, id, write](const api::Result<api::ConnectionDocument> &result) {
        d->endChange(id, write, result);
    });
    return true;
}

bool ConnectionOperations::update(const api::ConnectionId &id, const api::UpdateConnectionRequest &request)
{
    if (request.isEmpty() || !d->begin(id, Operation::Update)) {
        return false;
    }
    const ReadBack write{Operation::Update, std::nullopt, {}, request};
    d->calls.update(id, request).then(this, [this, id, write](const api::Result<api::ConnectionDocument> &result) {
        d->endChange(id, write, result);
    });
    return true;
}

bool ConnectionOperations::remove(const api::ConnectionId &id)
{
    if (!d->begin(id, Operation::Remove)) {
        return false;
    }
    d->calls.remove(id).then(
        this, [this, id](const api::Result<api::RemovedConnection> &result) { d->endRemoval(id, result); });
    return true;
}

bool ConnectionOperations::reconnect(const api::ConnectionId &id, const api::ReconnectConnectionRequest &request)
{
    const ReadBack write = d->attemptWrite(Operation::Reconnect, id);
    if (!d->begin(id, Operation::Reconnect)) {
        return false;
    }
    d->calls.reconnect(id, request).then(this, [this, id, write](const api::Result<api::ConnectionDocument> &result) {
        d->endChange(id, write, result);
    });
    return true;
}

bool ConnectionOperations::answer(const api::ConnectionId &id, const api::AttemptId &attempt,
                                  const api::StageId &question, const api::InteractiveRequest &request)
{
    const ReadBack write{Operation::Answer, attempt, question, {}};
    if (!d->begin(id, Operation::Answer)) {
        return false;
    }
    d->calls.interactive(id, request).then(this, [this, id, write](const api::Result<api::ConnectionDocument> &result) {
        d->endChange(id, write, result);
    });
    return true;
}

bool ConnectionOperations::revoke(const api::ConnectionId &id, const api::ConsentId &consent)
{
    if (consent.isEmpty() || !d->begin(id, Operation::Revoke)) {
        return false;
    }
    d->consents.revoke(consent, id).then(this, [this, id, consent](const api::Result<api::Consent> &result) {
        d->endRevocation(id, consent, result);
    });
    return true;
}

bool ConnectionOperations::isBusy(const api::ConnectionId &id) const
{
    return d->busy.contains(id);
}

} // namespace saltdesk::models
