// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "handlers/Call.h"

namespace saltdesk::sandbox {

/// The consent and the attempt that a fetch will have; nothing has been changed for them yet.
struct FetchDraft
{
    Consent consent;
    Attempt attempt;
};

/// What the routes have in common that begin a fetch: those of connections, of OAuth providers and of connect sessions.
/// The functions that check come first and change nothing, so a refused request leaves nothing behind.
class FetchSteps
{
public:
    FetchSteps(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_banks(banks)
        , m_engine(engine)
    {}

    [[nodiscard]] const Bank &bankOf(const Connection &connection) const;
    /// The bank with this code, when it is open and the client may use it.
    [[nodiscard]] Outcome<const Bank *> openBank(const QString &code) const;
    /// The same, of the request's `country_code` and `provider_code`.
    [[nodiscard]] Outcome<const Bank *> chooseBank(const QJsonObject &data) const;
    /// The connection, when neither its state nor its bank forbids a new attempt.
    [[nodiscard]] Outcome<Connection *> readyConnection(const QString &id) const;
    /// Of the `consent` and `attempt` of a request for a new connection.
    [[nodiscard]] Outcome<FetchDraft> draft(const Call &call, const Bank &bank) const;
    /// Of those of a request for an existing one: without `consent` the one that holds is kept.
    [[nodiscard]] Outcome<FetchDraft> draft(const Call &call, const Connection &connection) const;
    /// The same for a refresh, when the consent holds and it is time.
    [[nodiscard]] Outcome<FetchDraft> refreshDraft(const Call &call, const Connection &connection) const;

    [[nodiscard]] Connection &addConnection(const QString &customerId, const Bank &bank, Instant now) const;
    /// Begins the attempt. A new consent takes the place of the former one.
    void start(Connection &connection, const Call &call, FetchDraft draft) const;

private:
    /// Open, and within the client's reach.
    [[nodiscard]] Outcome<void> checkUsable(const Bank &bank) const;
    void adopt(Connection &connection, const Call &call, Consent consent) const;

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
};

} // namespace saltdesk::sandbox
