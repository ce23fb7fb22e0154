// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/FetchSteps.h"

namespace saltdesk::sandbox {

/// The operations that make the bank work: create, reconnect, interactive and refresh (reference 2, operations 2, 5, 6,
/// 7).
class FetchHandlers
{
public:
    FetchHandlers(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_state(state)
        , m_engine(engine)
        , m_steps(state, banks, engine)
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

    [[nodiscard]] static Outcome<Input> readInput(const QJsonObject &data, const Bank &bank);
    [[nodiscard]] Outcome<void> checkCredentialsMatch(const Call &call, const Connection &connection,
                                                      const QJsonObject &credentials) const;
    [[nodiscard]] QByteArray body(const Connection &connection) const;

    State &m_state;
    AttemptEngine &m_engine;
    FetchSteps m_steps;
};

} // namespace saltdesk::sandbox
