// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "handlers/Call.h"

namespace saltdesk::sandbox {

/// What create, reconnect and refresh have in common once the rules allow them: the connection takes what the request
/// brings, and its next attempt begins.
class AttemptStart
{
public:
    AttemptStart(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_banks(banks)
        , m_engine(engine)
    {}

    /// A new consent replaces the connection's, which is revoked; one that has an id already is the connection's own.
    void adopt(Connection &connection, const Call &call, Consent consent) const;
    /// Begins `attempt` and answers with the connection.
    [[nodiscard]] QByteArray begin(Connection &connection, const Call &call, Attempt attempt) const;

private:
    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
};

} // namespace saltdesk::sandbox
