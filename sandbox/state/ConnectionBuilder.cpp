// SPDX-License-Identifier: Apache-2.0
#include "state/ConnectionBuilder.h"

#include "clock/Times.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// How long the people of the past thought before they answered.
static constexpr seconds answerTime{9};

static std::size_t positionOf(const Script &script, const QString &stage)
{
    const auto found =
        std::find_if(script.begin(), script.end(), [&](const Step &step) { return step.stage == stage; });
    return static_cast<std::size_t>(found - script.begin());
}

static std::size_t positionOfQuestion(const Script &script, int number)
{
    const auto found =
        std::find_if(script.begin(), script.end(), [&](const Step &step) { return step.question && --number == 0; });
    return static_cast<std::size_t>(found - script.begin());
}

static milliseconds durationUntil(const Script &script, std::size_t position)
{
    milliseconds sum{0};
    for (std::size_t i = 0; i < position; ++i) {
        sum += script[i].question ? milliseconds(answerTime) : script[i].duration;
    }
    return sum;
}

static QJsonObject credentialsFor(const Bank &bank, const QString &login)
{
    QJsonObject credentials = bank.accepts.value(0);
    if (credentials.contains("login"_L1)) {
        credentials.insert("login"_L1, login);
    }
    return credentials;
}

static Connection &addConnection(State &state, const Bank &bank, const ConnectionBuilder::Seed &seed, Instant now)
{
    const Instant created = now - seed.age;
    return state.add(Connection{.id = seed.id.isEmpty() ? state.nextId() : seed.id,
                                .customerId = seed.customerId,
                                .providerCode = seed.bank,
                                .createdAt = created,
                                .updatedAt = created,
                                .credentials = credentialsFor(bank, seed.login),
                                .accountIds = {state.nextId(), state.nextId()}});
}

ConnectionBuilder::ConnectionBuilder(State &state, const BankCatalogue &banks, AttemptEngine &engine, Instant now,
                                     const Seed &seed)
    : m_state(state)
    , m_banks(banks)
    , m_engine(engine)
    , m_now(now)
    , m_connection(addConnection(state, *banks.find(seed.bank), seed, now))
{
    const Instant created = m_connection.createdAt;
    const auto period = std::chrono::round<std::chrono::days>(seed.age + seed.consentLeft);
    Consent &consent = state.add(Consent{.id = state.nextId(),
                                         .connectionId = m_connection.id,
                                         .customerId = seed.customerId,
                                         .periodDays = static_cast<int>(period.count()),
                                         .expiresAt = now + seed.consentLeft,
                                         .fromDate = utcDate(created).addDays(-90),
                                         .createdAt = created,
                                         .updatedAt = created});
    m_connection.consentId = consent.id;
    if (seed.holder) {
        consent.scopes.insert(1, u"holder_information"_s);
        m_fetchScopes.insert(1, u"holder_info"_s);
    }
}

Script ConnectionBuilder::script() const
{
    // The past went well unless it is told otherwise, even at a bank that fails today.
    Script steps = m_banks.find(m_connection.providerCode)
                       ->scriptFor(m_connection.credentials, m_fetchScopes, m_connection.attempts.size() + 1);
    for (Step &step : steps) {
        step.failClass.clear();
    }
    return steps;
}

void ConnectionBuilder::begin(Script script, Instant at)
{
    Attempt draft;
    draft.consentId = m_connection.consentId;
    draft.fetchScopes = m_fetchScopes;
    draft.fromDate = utcDate(m_connection.createdAt).addDays(-90);
    draft.dailyRefresh = m_connection.dailyRefresh;
    draft.storeCredentials = m_connection.storeCredentials;
    draft.userPresent = m_connection.attempts.empty();
    draft.script = std::move(script);
    m_engine.start(m_connection, std::move(draft), at);
}

void ConnectionBuilder::answerUntil(const Script &script, Instant start, std::size_t end)
{
    for (std::size_t i = 0; i < end; ++i) {
        if (script[i].question) {
            const Instant asked = start + durationUntil(script, i);
            m_engine.advance(m_connection, asked);
            m_engine.answer(m_connection, script[i].question->rightAnswer, asked + answerTime);
        }
    }
}

ConnectionBuilder &ConnectionBuilder::fetched(Time ago)
{
    const Script steps = script();
    const std::size_t finish = steps.size() - 1;
    const Instant start = m_now - ago - durationUntil(steps, finish);
    begin(steps, start);
    answerUntil(steps, start, finish);
    m_engine.advance(m_connection, m_now - ago);
    return *this;
}

ConnectionBuilder &ConnectionBuilder::failed(const QString &errorClass, Time ago, const QString &stage,
                                             const QString &message)
{
    Script steps = script();
    Instant start = m_now - ago;
    for (Step &step : steps) {
        step.question = std::nullopt;
        step.duration = step.stage == stage ? milliseconds(8900) : step.duration;
        start -= step.duration;
        if (step.stage == stage) {
            step.failClass = errorClass;
            step.failMessage = message.isEmpty() ? errorClass : message;
            break;
        }
    }
    begin(std::move(steps), start);
    m_engine.advance(m_connection, m_now);
    return *this;
}

ConnectionBuilder &ConnectionBuilder::running(const QString &stage, double slowness)
{
    Script steps = script();
    for (Step &step : steps) {
        step.duration = std::chrono::round<milliseconds>(step.duration * slowness);
    }
    begin(steps, m_now - durationUntil(steps, positionOf(steps, stage)));
    m_engine.advance(m_connection, m_now);
    return *this;
}

ConnectionBuilder &ConnectionBuilder::waiting(Time patience, int question)
{
    Script steps = script();
    for (Step &step : steps) {
        if (step.question) {
            step.question->limit = std::max(step.question->limit, patience);
        }
    }
    const std::size_t asking = positionOfQuestion(steps, question);
    const Instant start = m_now - durationUntil(steps, asking) - seconds(20);
    begin(steps, start);
    answerUntil(steps, start, asking);
    m_engine.advance(m_connection, m_now);
    return *this;
}

ConnectionBuilder &ConnectionBuilder::nextRefreshIn(Time time)
{
    m_connection.nextRefreshPossibleAt = m_now + time;
    return *this;
}

ConnectionBuilder &ConnectionBuilder::disabled()
{
    m_connection.status = Connection::Status::Disabled;
    m_connection.nextRefreshPossibleAt = std::nullopt;
    return *this;
}

ConnectionBuilder &ConnectionBuilder::forgetsCredentials()
{
    m_connection.storeCredentials = false;
    return *this;
}

ConnectionBuilder &ConnectionBuilder::refreshedDaily()
{
    m_connection.dailyRefresh = true;
    return *this;
}

ConnectionBuilder &ConnectionBuilder::consentRevoked(const QString &reason, Time ago)
{
    m_state.consent(m_connection.consentId)->revoke(reason, m_now - ago);
    return *this;
}

} // namespace saltdesk::sandbox
