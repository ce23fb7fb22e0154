// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "handlers/Call.h"

namespace saltdesk::sandbox {

/// The operations that make the bank work: create, reconnect, interactive and refresh (reference 2, operations 2, 5, 6,
/// 7).
class FetchHandlers
{
public:
    FetchHandlers(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_banks(banks)
        , m_engine(engine)
    {}

    [[nodiscard]] Outcome<QByteArray> create(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> reconnect(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> interactive(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> refresh(const Call &call) const;

private:
    [[nodiscard]] const Bank &bankOf(const Connection &connection) const;
    [[nodiscard]] Outcome<const Bank *> chooseBank(const QJsonObject &data) const;
    [[nodiscard]] Outcome<void> checkNotDuplicated(const QString &customerId, const QString &exceptId, const Bank &bank,
                                                   const QJsonObject &credentials) const;
    /// The consent that the reconnect brings, or the one that holds.
    [[nodiscard]] Outcome<Consent> consentForReconnect(const Call &call, const Connection &connection) const;
    [[nodiscard]] Outcome<Consent> activeConsent(const Connection &connection) const;
    [[nodiscard]] Outcome<void> checkCredentialsMatch(const Call &call, const Connection &connection,
                                                      const QJsonObject &credentials) const;
    [[nodiscard]] Outcome<void> checkMayRefresh(const Call &call, const Connection &connection) const;
    void adopt(Connection &connection, const Call &call, Consent consent) const;
    [[nodiscard]] QByteArray started(Connection &connection, const Call &call, Attempt attempt) const;

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
};

} // namespace saltdesk::sandbox
