// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/FetchSteps.h"

namespace saltdesk::sandbox {

/// POST `/oauth_providers/create` and `/reconnect`, PUT `/oauth_providers/authorize` (reference 4.8 and 5.3). The
/// attempt waits in the stage `connect` for a visit to the bank's page (`BankPage`), which `redirect_url` names.
class OAuthHandlers
{
public:
    OAuthHandlers(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_engine(engine)
        , m_steps(state, banks, engine)
    {}

    [[nodiscard]] Outcome<QByteArray> create(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> reconnect(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> authorize(const Call &call) const;

private:
    [[nodiscard]] QByteArray started(Connection &connection, const Call &call, FetchDraft draft) const;
    [[nodiscard]] Outcome<BankVisit *> openVisit(const Connection &connection) const;

    State &m_state;
    AttemptEngine &m_engine;
    FetchSteps m_steps;
};

} // namespace saltdesk::sandbox
