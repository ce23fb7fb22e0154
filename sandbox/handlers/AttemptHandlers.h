// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Paging.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// GET `/attempts` and `/attempts/{id}`; both need `connection_id` (reference 4.4).
class AttemptHandlers
{
public:
    AttemptHandlers(State &state, Paging paging)
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
