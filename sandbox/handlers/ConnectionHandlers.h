// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "handlers/Paging.h"

namespace saltdesk::sandbox {

/// Reading, updating and removing connections (reference 2, operations 1, 3, 4 and 8).
class ConnectionHandlers
{
public:
    ConnectionHandlers(State &state, const BankCatalogue &banks, AttemptEngine &engine, Paging paging)
        : m_state(state)
        , m_banks(banks)
        , m_engine(engine)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> show(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> update(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> remove(const Call &call) const;

private:
    [[nodiscard]] Page keptPage(const Call &call, const PageRequest &wanted, const QString &customerId) const;
    [[nodiscard]] Page generatedPage(const Call &call, const PageRequest &wanted, int first, int end) const;
    [[nodiscard]] QByteArray rowText(const Connection &connection) const;
    [[nodiscard]] QByteArray body(const Connection &connection) const;

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
