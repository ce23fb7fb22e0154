// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/BankCatalogue.h"
#include "handlers/Owner.h"
#include "handlers/Paging.h"

namespace saltdesk::sandbox {

/// GET `/accounts` of a connection or a customer, and GET `/holder_info` of a connection (reference 4.6 and 4.7).
class AccountHandlers
{
public:
    AccountHandlers(State &state, const BankCatalogue &banks, Paging paging)
        : m_state(state)
        , m_banks(banks)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> holderInfo(const Call &call) const;

private:
    /// The owner's connections that may have accounts from `fromId` on, kept or generated.
    [[nodiscard]] QList<Connection> connectionsOf(const Owner &owner, const PageRequest &wanted) const;
    void addGenerated(const Owner &owner, const PageRequest &wanted, QList<Connection> &connections) const;

    State &m_state;
    const BankCatalogue &m_banks;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
