// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Paging.h"
#include "state/State.h"

namespace saltdesk::sandbox {

/// GET `/consents` and `/consents/{id}` of a connection or a customer; the connection wins (reference 4.5).
class ConsentHandlers
{
public:
    ConsentHandlers(State &state, Paging paging)
        : m_state(state)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> show(const Call &call) const;

private:
    /// Whose consents are asked for; one of the two is empty.
    struct Owner
    {
        QString connectionId = {};
        QString customerId = {};

        [[nodiscard]] bool owns(const Consent &consent) const;
    };

    [[nodiscard]] Outcome<Owner> ownerOf(const Call &call) const;
    [[nodiscard]] Page generatedPage(const Call &call, const PageRequest &wanted, int first, int end) const;

    State &m_state;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
