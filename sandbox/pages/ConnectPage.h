// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/FetchHandlers.h"
#include "handlers/OAuthHandlers.h"
#include "http/Reply.h"
#include "http/Request.h"

namespace saltdesk::sandbox {

/// The page of a connect session (reference 4.9): it asks for the bank where the session leaves it open, shows the
/// bank's fields, and carries out what the session is for by the same handlers that serve the API. Banks that want to
/// see the person themselves send the browser on to their own page.
class ConnectPage
{
public:
    ConnectPage(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_banks(banks)
        , m_fetches(state, banks, engine)
        , m_oauth(state, banks, engine)
    {}

    [[nodiscard]] Reply answer(const Request &request, const QString &token, Instant now) const;

private:
    /// Null as long as the person has not chosen one.
    [[nodiscard]] const Bank *bankOf(const ConnectSession &session, const Request &request) const;
    [[nodiscard]] bool offers(const ConnectSession &session, const Bank &bank) const;
    [[nodiscard]] Reply chooseBank(const ConnectSession &session) const;
    [[nodiscard]] Reply form(const ConnectSession &session, const Bank &bank, const QString &complaint) const;
    [[nodiscard]] Reply send(ConnectSession &session, const Bank &bank, const Request &request, Instant now) const;
    [[nodiscard]] Outcome<QByteArray> carryOut(const ConnectSession &session, const Bank &bank, const Call &call) const;

    State &m_state;
    const BankCatalogue &m_banks;
    FetchHandlers m_fetches;
    OAuthHandlers m_oauth;
};

} // namespace saltdesk::sandbox
