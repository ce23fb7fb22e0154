// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "handlers/Paging.h"

namespace saltdesk::sandbox {

/// GET `/consents` and `/consents/{id}`, PUT `/consents/{id}/revoke`, of a connection or a customer (reference 4.5).
class ConsentHandlers
{
public:
    ConsentHandlers(State &state, AttemptEngine &engine, Paging paging)
        : m_state(state)
        , m_engine(engine)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> show(const Call &call) const;
    /// The connection stays and cannot be fetched until it is reconnected.
    [[nodiscard]] Outcome<QByteArray> revoke(const Call &call) const;

private:
    /// The consent that the path names, when it is the owner's.
    [[nodiscard]] Outcome<Consent *> findConsent(const Call &call) const;
    [[nodiscard]] Page generatedPage(const Call &call, const PageRequest &wanted, int first, int end) const;

    State &m_state;
    AttemptEngine &m_engine;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
