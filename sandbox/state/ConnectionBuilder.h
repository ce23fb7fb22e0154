// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"

namespace saltdesk::sandbox {

/// Gives a connection a past. The attempts are really run, at times before `now`, so what they leave behind is what the
/// engine makes of them. Call the functions in the order in which things happened.
class ConnectionBuilder
{
public:
    using Time = std::chrono::milliseconds;

    /// Adds the connection at once, with a consent that holds until `consentLeft` from now (it may be over) and was
    /// given `age` ago. `id` empty: a fresh one.
    struct Seed
    {
        QString customerId;
        QString bank;
        Time age = std::chrono::days(48);
        Time consentLeft = std::chrono::days(42);
        QString id = {};
        QString login = QStringLiteral("username");
        /// The consent covers the holder's data too, and the attempts fetch it.
        bool holder = false;
    };

    ConnectionBuilder(State &state, const BankCatalogue &banks, AttemptEngine &engine, Instant now, const Seed &seed);

    /// An attempt that ended well that long ago.
    ConnectionBuilder &fetched(Time ago);
    /// One that failed that long ago, at the end of `stage`.
    ConnectionBuilder &failed(const QString &errorClass, Time ago, const QString &stage = QStringLiteral("connect"),
                              const QString &message = {});
    /// One that runs and has been in `stage` for a moment; every stage takes `slowness` times as long.
    ConnectionBuilder &running(const QString &stage, double slowness);
    /// One that waits for an answer, for at least `patience`; to the `question`-th question, those before are answered.
    ConnectionBuilder &waiting(Time patience, int question = 1);

    ConnectionBuilder &nextRefreshIn(Time time);
    ConnectionBuilder &disabled();
    ConnectionBuilder &forgetsCredentials();
    ConnectionBuilder &refreshedDaily();
    ConnectionBuilder &consentRevoked(const QString &reason, Time ago);

private:
    void begin(Script script, Instant at);
    /// Answers the questions of the attempt that was begun with `script` at `start`, up to the step at `end`.
    void answerUntil(const Script &script, Instant start, std::size_t end);
    [[nodiscard]] Script script() const;

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
    Instant m_now;
    QStringList m_fetchScopes = Attempt().fetchScopes;
    Connection &m_connection;
};

} // namespace saltdesk::sandbox
