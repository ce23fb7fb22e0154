// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "http/Reply.h"
#include "http/Request.h"

namespace saltdesk::sandbox {

/// The bank's own page, on which a person allows or denies the access (reference 5.3). Afterwards the browser goes to
/// the attempt's `return_to`:
///
/// - with `code` and `state`, or `error` and `state`, when the client has its own registration at the bank; the attempt
///   then goes on with `/oauth_providers/authorize`;
/// - otherwise with `connection_id`, if that was wished for, and after a denial with `error_class` and `error_message`;
///   the attempt goes on, or fails with `ProviderAccessNotGranted`, at once.
///
/// The names of the second kind are unconfirmed.
class BankPage
{
public:
    BankPage(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_banks(banks)
        , m_engine(engine)
    {}

    [[nodiscard]] Reply answer(const Request &request, const QString &token, Instant now) const;

private:
    [[nodiscard]] Reply ask(const Connection &connection) const;
    [[nodiscard]] Reply decide(BankVisit &visit, Connection &connection, bool allowed, Instant now) const;

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
};

} // namespace saltdesk::sandbox
