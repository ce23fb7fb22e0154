// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Paging.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// GET `/customers` with its filter `identifier`, and GET `/customers/{id}` (reference 4.3).
class CustomerHandlers
{
public:
    CustomerHandlers(State &state, Paging paging)
        : m_state(state)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> show(const Call &call) const;

private:
    State &m_state;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
