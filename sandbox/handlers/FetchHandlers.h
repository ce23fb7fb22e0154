// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/AttemptStart.h"

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
        , m_start(state, banks, engine)
    {}

    [[nodiscard]] Outcome<QByteArray> create(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> reconnect(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> interactive(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> refresh(const Call &call) const;

private:
    /// What a create or reconnect types in: the credentials, or the address of the file.
    struct Input
    {
        QJsonObject credentials;
        QString fileUrl;
    };

    [[nodiscard]] const Bank &bankOf(const Connection &connection) const;
    [[nodiscard]] Outcome<const Bank *> chooseBank(const QJsonObject &data) const;
    /// Whether the bank may be reached with credentials by this client at all.
    [[nodiscard]] Outcome<void> checkReachable(const Bank &bank) const;
    [[nodiscard]] static Outcome<Input> readInput(const QJsonObject &data, const Bank &bank);
    [[nodiscard]] static Outcome<Attempt> readStart(const Call &call, const Consent &consent, const Bank &bank,
                                                    const QStringList &accountIds, const Input &input);
    /// The consent that the reconnect brings, or the one that holds.
    [[nodiscard]] Outcome<Consent> consentForReconnect(const Call &call, const Connection &connection) const;
    [[nodiscard]] Outcome<void> checkCredentialsMatch(const Call &call, const Connection &connection,
                                                      const QJsonObject &credentials) const;

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
    AttemptStart m_start;
};

} // namespace saltdesk::sandbox
