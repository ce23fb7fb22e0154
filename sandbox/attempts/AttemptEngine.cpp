// SPDX-License-Identifier: Apache-2.0
#include "attempts/AttemptEngine.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

void AttemptEngine::start(Connection &connection, Attempt draft, Instant at)
{
    const Bank &bank = *m_banks.find(connection.providerCode);
    draft.id = m_state.nextId();
    draft.createdAt = at;
    draft.automaticFetch = bank.automaticFetch;
    draft.interactive = bank.interactive;
    if (draft.script.empty()) {
        draft.script = bank.scriptFor(connection.credentials, draft.fetchScopes, connection.attempts.size() + 1);
    }
    connection.nextRefreshPossibleAt = std::nullopt;
    connection.attempts.push_back(std::move(draft));
    enter(connection, 0, at);
}

void AttemptEngine::advanceAll(Instant now)
{
    for (auto &[id, connection] : m_state.connections()) {
        advance(connection, now);
    }
}

void AttemptEngine::advance(Connection &connection, Instant now)
{
    while (connection.processing()) {
        const Attempt &attempt = connection.attempts.back();
        const Stage &stage = attempt.stages.back();
        const auto length = stage.question ? stage.question->limit : attempt.script[attempt.position].duration;
        const Instant end = stage.createdAt + length;
        if (now < end) {
            return;
        }
        if (stage.question) {
            fail(connection, u"InteractiveTimeout"_s, u"The interactive step was not answered in time."_s, end);
        } else if (attempt.waitsForVisit()) {
            fail(connection, u"InteractiveTimeout"_s, u"The user did not come back from the bank in time."_s, end);
        } else {
            leave(connection, end);
        }
    }
}

void AttemptEngine::answer(Connection &connection, const QJsonObject &credentials, Instant now)
{
    Attempt &attempt = connection.attempts.back();
    const Question &question = *attempt.stages.back().question;
    attempt.stages.back().updatedAt = now;
    if (question.isRight(credentials)) {
        leave(connection, now);
    } else if (question.asksAgain > 0) {
        askAgain(connection, now);
    } else {
        fail(connection, u"InvalidInteractiveCredentials"_s, u"Invalid interactive credentials."_s, now);
    }
}

void AttemptEngine::visited(Connection &connection, Instant now)
{
    leave(connection, now);
}

void AttemptEngine::leave(Connection &connection, Instant at)
{
    Attempt &attempt = connection.attempts.back();
    attempt.stages.back().updatedAt = at;
    const Step &step = attempt.script[attempt.position];
    if (step.stage == "fetch_recent"_L1) {
        attempt.finishedRecent = true;
    }
    if (!step.failClass.isEmpty()) {
        fail(connection, step.failClass, step.failMessage, at);
        return;
    }
    enter(connection, attempt.position + 1, at);
}

void AttemptEngine::enter(Connection &connection, std::size_t position, Instant at)
{
    Attempt &attempt = connection.attempts.back();
    attempt.position = position;
    pushStage(attempt, attempt.script[position], at);
    connection.updatedAt = at;
    if (position + 1 == attempt.script.size()) {
        succeed(connection, at);
    }
}

void AttemptEngine::askAgain(Connection &connection, Instant at)
{
    Attempt &attempt = connection.attempts.back();
    Question question = attempt.stages.back().question.value_or(Question());
    --question.asksAgain;
    Step again = attempt.script[attempt.position];
    again.question = std::move(question);
    pushStage(attempt, again, at);
    connection.updatedAt = at;
}

void AttemptEngine::pushStage(Attempt &attempt, const Step &step, Instant at)
{
    attempt.stages.push_back(
        Stage{.id = m_state.nextId(), .name = step.stage, .createdAt = at, .updatedAt = at, .question = step.question});
    attempt.updatedAt = at;
}

void AttemptEngine::succeed(Connection &connection, Instant at)
{
    Attempt &attempt = connection.attempts.back();
    attempt.finished = true;
    attempt.finishedRecent = true;
    attempt.successAt = at;
    connection.status = Connection::Status::Active;
    connection.lastSuccessAt = at;
    connection.nextRefreshPossibleAt = nextRefresh(connection, at);
    if (!connection.storeCredentials) {
        connection.credentials = {};
    }
}

void AttemptEngine::fail(Connection &connection, const QString &errorClass, const QString &message, Instant at)
{
    Attempt &attempt = connection.attempts.back();
    attempt.stages.back().updatedAt = at;
    attempt.position = attempt.script.size() - 1;
    pushStage(attempt, attempt.script.back(), at);
    attempt.finished = true;
    attempt.failAt = at;
    attempt.failClass = errorClass;
    attempt.failMessage = message;
    connection.updatedAt = at;
    // Reference 3.1: bad credentials make it inactive. A bank that is down today leaves a working connection active.
    if (errorClass == "InvalidCredentials"_L1 || !connection.lastSuccessAt) {
        connection.status = Connection::Status::Inactive;
    } else {
        connection.nextRefreshPossibleAt = nextRefresh(connection, at);
    }
    endConsent(connection, errorClass, at);
    if (!connection.storeCredentials) {
        connection.credentials = {};
    }
}

void AttemptEngine::endConsent(const Connection &connection, const QString &errorClass, Instant at)
{
    Consent *consent = m_state.consent(connection.consentId);
    if (consent == nullptr || !consent->active()) {
        return;
    }
    if (errorClass == "AispConsentExpired"_L1) {
        consent->expiresAt = at;
        consent->settle(at);
    } else if (errorClass == "AispConsentRevoked"_L1) {
        consent->revoke(u"provider"_s, at);
    }
}

std::optional<Instant> AttemptEngine::nextRefresh(const Connection &connection, Instant at) const
{
    const Bank &bank = *m_banks.find(connection.providerCode);
    // A file has no credentials to come back with.
    return connection.storeCredentials && bank.mode != "file"_L1 ? std::optional(at + bank.refreshTimeout)
                                                                 : std::nullopt;
}

} // namespace saltdesk::sandbox
