// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/FetchSteps.h"

namespace saltdesk::sandbox {

/// POST `/connect_sessions/create`, `/reconnect` and `/refresh` (reference 4.9): the checks of the operations they
/// stand for, but for the credentials, which the person types on the page (`ConnectPage`) that `connect_url` names.
class ConnectSessionHandlers
{
public:
    ConnectSessionHandlers(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_banks(banks)
        , m_steps(state, banks, engine)
    {}

    [[nodiscard]] Outcome<QByteArray> create(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> reconnect(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> refresh(const Call &call) const;

private:
    /// The bank that the request names, or one that could do everything.
    [[nodiscard]] Outcome<Bank> wantedBank(const QJsonObject &data) const;
    [[nodiscard]] QByteArray opened(const Call &call, ConnectSession::Purpose purpose) const;

    State &m_state;
    const BankCatalogue &m_banks;
    FetchSteps m_steps;
};

} // namespace saltdesk::sandbox
