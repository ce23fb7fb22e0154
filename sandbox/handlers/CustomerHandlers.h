// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Paging.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// The routes of customers (reference 4.3): list with its filter `identifier`, create, show, remove, lock and unlock.
/// A locked customer can be read and unlocked, and nothing else.
class CustomerHandlers
{
public:
    CustomerHandlers(State &state, Paging paging)
        : m_state(state)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> create(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> show(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> remove(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> lock(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> unlock(const Call &call) const;

private:
    State &m_state;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
