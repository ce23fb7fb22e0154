// SPDX-License-Identifier: Apache-2.0
#include "operations/ReadBack.h"

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;
OperationOutcome::Kind found(bool done)
{
    return done ? OperationOutcome::Kind::FoundDone : OperationOutcome::Kind::FoundNotDone;
}

/// A refresh or a reconnect shows as a newer attempt.
OperationOutcome::Kind judgeNewAttempt(const ReadBack &write, const api::Connection &seen)
{
    if (!write.attemptBefore) {
        return OperationOutcome::Kind::Unknown;
    }
    return found(seen.lastAttempt.hasValue() && seen.lastAttempt->id != *write.attemptBefore);
}

/// An answer that arrived shows as another stage, or as the end of the attempt.
OperationOutcome::Kind judgeAnswer(const ReadBack &write, const api::Connection &seen)
{
    if (!write.attemptBefore || !seen.lastAttempt || seen.lastAttempt->id != *write.attemptBefore) {
        return OperationOutcome::Kind::Unknown;
    }
    const api::Attempt &attempt = seen.lastAttempt.value();
    const QString failure = attempt.failErrorClass.value();
    if (failure == "InteractiveTimeout"_L1 || failure == "InteractiveAdapterTimeout"_L1) {
        // It ended since no answer came in time: no sign that ours arrived.
        return found(false);
    }
    if (attempt.finished.value() || !attempt.lastStage) {
        return found(true);
    }
    const api::Stage &stage = attempt.lastStage.value();
    // A stage without an id is told by its name.
    const bool same = stage.id.isEmpty() ? stage.name.known == api::StageName::Interactive : stage.id == write.question;
    return found(!same);
}

OperationOutcome::Kind judgeUpdate(const api::UpdateConnectionRequest &asked, const api::Connection &seen)
{
    const auto fits = [](const std::optional<bool> &wanted, const api::Member<bool> &is) {
        return !wanted || (is.hasValue() && is.value() == *wanted);
    };
    const bool status = !asked.setInactive || seen.status.known == api::ConnectionStatus::Inactive;
    return found(status && fits(asked.dailyRefresh, seen.dailyRefresh) &&
                 fits(asked.storeCredentials, seen.storeCredentials));
}

} // namespace

OperationOutcome::Kind judgeReadBack(const ReadBack &write, const api::Result<api::ConnectionDocument> &seen)
{
    if (!seen) {
        const bool gone = seen.error().errorClass == "ConnectionNotFound"_L1;
        return gone && write.operation == Operation::Remove ? OperationOutcome::Kind::FoundDone
                                                            : OperationOutcome::Kind::Unknown;
    }
    switch (write.operation) {
    case Operation::Refresh:
    case Operation::Reconnect:
        return judgeNewAttempt(write, seen->connection);
    case Operation::Answer:
        return judgeAnswer(write, seen->connection);
    case Operation::Update:
        return judgeUpdate(write.asked, seen->connection);
    case Operation::Remove:
        return OperationOutcome::Kind::FoundNotDone;
    case Operation::Revoke:
        // The connection does not carry its consent: see judgeRevocation().
        return OperationOutcome::Kind::Unknown;
    }
    return OperationOutcome::Kind::Unknown;
}

OperationOutcome::Kind judgeRevocation(const api::Result<api::Consent> &seen)
{
    // A consent that is not there, or tells no status, proves nothing.
    if (!seen || seen->status.text.isEmpty()) {
        return OperationOutcome::Kind::Unknown;
    }
    return found(seen->status.known != api::ConsentStatus::Active);
}

} // namespace saltdesk::models
