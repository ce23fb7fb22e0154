// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/BankCatalogue.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// Moves attempts along their scripts. Nothing happens by itself: whoever asks for the state has it brought up to `now`
/// first, and every stage then bears the time at which it would have begun, however late the question came.
class AttemptEngine
{
public:
    AttemptEngine(State &state, const BankCatalogue &banks)
        : m_state(state)
        , m_banks(banks)
    {}

    /// Begins `draft` with the connection's credentials at `at`; `id`, script and first stage are filled in.
    void start(Connection &connection, Attempt draft, Instant at);
    /// Brings one connection, or all, up to `now`.
    void advance(Connection &connection, Instant now);
    void advanceAll(Instant now);
    /// Takes the answer to the question that the connection's attempt waits for (`waitsForAnswer()` holds).
    void answer(Connection &connection, const QJsonObject &credentials, Instant now);
    /// The person was at the bank's page and allowed the access that the attempt waits for (`waitsForVisit()` holds).
    void visited(Connection &connection, Instant now);
    /// Ends the running attempt, for example because its connection is removed.
    void fail(Connection &connection, const QString &errorClass, const QString &message, Instant at);

private:
    void enter(Connection &connection, std::size_t position, Instant at);
    /// The same question under a new stage id, with one try less.
    void askAgain(Connection &connection, Instant at);
    void leave(Connection &connection, Instant at);
    void succeed(Connection &connection, Instant at);
    void pushStage(Attempt &attempt, const Step &step, Instant at);
    /// When the connection may be refreshed after an attempt that ended at `at`; nothing when it never may.
    [[nodiscard]] std::optional<Instant> nextRefresh(const Connection &connection, Instant at) const;
    /// A bank that says the consent is over makes it so.
    void endConsent(const Connection &connection, const QString &errorClass, Instant at);

    State &m_state;
    const BankCatalogue &m_banks;
};

} // namespace saltdesk::sandbox
